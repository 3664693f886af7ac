package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured of how well learning goes. Immutable.
 *
 * @param id such as {@code task_success_rate}
 * @param label the same for people
 * @param value in its unit
 * @param unit such as {@code entities}; empty for a number without one
 * @param trend where it is going
 * @param detail what it was made from, in a few words
 * @param estimate the share behind it with its interval; null where it is none or nothing was counted
 * @param change since the oldest kept snapshot of the window; null while there is none
 */
public record EvolutionMetric(
        String id,
        String label,
        double value,
        String unit,
        Trend trend,
        String detail,
        @Nullable Estimate estimate,
        @Nullable Double change) {

    /** How often things went wrong in the last week; its estimate is of corrections per run. */
    public static final String CORRECTION_RATE = "correction_rate";

    /** How often the style was adapted within the window. */
    public static final String ADAPTATION_VELOCITY = "adaptation_velocity";

    /** How many things the knowledge graph knows; its change is the growth. */
    public static final String KNOWLEDGE_GROWTH = "knowledge_growth";

    /** The share of the judged runs that succeeded, in percent. */
    public static final String TASK_SUCCESS_RATE = "task_success_rate";

    /** How far the style follows what people write without being told, in percent. */
    public static final String STYLE_ALIGNMENT = "style_alignment";

    public EvolutionMetric {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(trend, "trend");
        Objects.requireNonNull(detail, "detail");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, got " + value);
        }
    }
}
