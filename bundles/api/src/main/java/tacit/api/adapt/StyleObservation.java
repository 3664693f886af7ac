package tacit.api.adapt;

import java.util.List;

/**
 * What came of messages or feedback. Immutable.
 *
 * @param enabled whether anything was looked at
 * @param counted how many counted
 * @param known how many had counted before
 * @param ignored how many say nothing of a style, such as very short ones
 * @param changes what was shifted
 */
public record StyleObservation(boolean enabled, int counted, int known, int ignored, List<StyleChange> changes) {

    /** Nothing was looked at. */
    public static final StyleObservation OFF = new StyleObservation(false, 0, 0, 0, List.of());

    public StyleObservation {
        changes = List.copyOf(changes);
    }
}
