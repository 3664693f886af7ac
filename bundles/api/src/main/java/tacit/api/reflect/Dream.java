package tacit.api.reflect;

import java.util.List;

/**
 * What was dreamt. Immutable.
 *
 * @param drafts proposals, those with the most confidence first
 * @param dropped what was looked at and not proposed, each with its reason
 */
public record Dream(List<DreamDraft> drafts, List<String> dropped) {

    /** Nothing. */
    public static final Dream NONE = new Dream(List.of(), List.of());

    public Dream {
        drafts = List.copyOf(drafts);
        dropped = List.copyOf(dropped);
    }
}
