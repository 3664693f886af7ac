package tacit.api.memory;

import java.util.Objects;

/**
 * A text that knowledge is read from, and where it stands. Immutable.
 *
 * @param text the text
 * @param kind what it stands in
 * @param id of that, as {@link Evidence} names it
 * @param lane where its words come from
 */
public record SourceText(String text, Evidence.Kind kind, String id, TrustLane lane) {

    public SourceText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(lane, "lane");
    }

    /** The words of the text from one character up to another as evidence. */
    public Evidence evidence(int begin, int end) {
        return new Evidence(kind, id, begin, end);
    }
}
