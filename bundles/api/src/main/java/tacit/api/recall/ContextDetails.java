package tacit.api.recall;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message or a summary of a conversation, with what it was made of. Immutable.
 *
 * @param hit what it is; its snippet is the text, which of a message that is kept apart is the begin
 * @param form {@code leaf} or {@code node} for a summary; {@code message} for a message
 * @param depth how many summaries of summaries are below it; 0 for a message
 * @param parents summaries that it takes the place of
 * @param label a name for people; empty for none
 * @param proactive whether a summary was made before there was need of room
 * @param sources some of the messages that a summary covers
 * @param payload what is kept apart; null for nothing
 */
public record ContextDetails(
        ContextHit hit,
        String form,
        int depth,
        List<String> parents,
        String label,
        boolean proactive,
        List<ContextHit> sources,
        @Nullable Payload payload) {

    /**
     * A long text that is kept apart.
     *
     * @param id begins with {@code dcp_}
     * @param characters of the whole
     * @param preview its begin, at most 4,000 characters
     */
    public record Payload(String id, long characters, String preview) {

        public Payload {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(preview, "preview");
        }
    }

    public ContextDetails {
        Objects.requireNonNull(hit, "hit");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(label, "label");
        parents = List.copyOf(parents);
        sources = List.copyOf(sources);
    }
}
