package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state of a run that was kept. Immutable.
 *
 * @param taskId the run
 * @param kind why it was kept
 * @param origin who kept it
 * @param memoryId of the memory that it is kept as; null for a file
 * @param at when it was kept
 * @param state where the agent stood
 * @param exchanges how many messages of user and agent its history holds
 * @param structured what is to be known of it, in a few points
 * @param evidence the last words that were said
 * @param digest the same for the same state
 */
public record Checkpoint(
        String taskId,
        Kind kind,
        Origin origin,
        @Nullable String memoryId,
        Instant at,
        SessionState state,
        int exchanges,
        Structured structured,
        Packet evidence,
        String digest) {

    /** Why a state was kept. */
    public enum Kind {
        SNAPSHOT,
        PRE_COMPACTION,
        PERIODIC,
        COMPLETION
    }

    /** Who kept it. */
    public enum Origin {
        /** Tacit did. */
        STORED,
        /** It lay in the workspace's folder, where anybody may have written it. */
        WORKSPACE_FILE
    }

    /**
     * Points of a summary.
     *
     * @param source what the points were read from: {@code snapshot}, {@code result} or {@code prompt}
     * @param text all of that
     * @param decisions what was decided
     * @param openLoops what is open
     * @param nextActions what comes next
     * @param keyFindings what was found; the begin of the text where it has no points
     */
    public record Structured(
            String source,
            String text,
            List<String> decisions,
            List<String> openLoops,
            List<String> nextActions,
            List<String> keyFindings) {

        public Structured {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(text, "text");
            decisions = List.copyOf(decisions);
            openLoops = List.copyOf(openLoops);
            nextActions = List.copyOf(nextActions);
            keyFindings = List.copyOf(keyFindings);
        }
    }

    /**
     * The last words that were said before it was kept.
     *
     * @param at when they were put together
     * @param hash the same for the same words
     * @param spans the words, the oldest first
     */
    public record Packet(Instant at, String hash, List<Said> spans) {

        public Packet {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(hash, "hash");
            spans = List.copyOf(spans);
        }
    }

    /**
     * Words of one message.
     *
     * @param id its place in the history, such as {@code message:12}
     * @param at when; null when unknown
     * @param type {@code user_message} or {@code assistant_message}
     * @param excerpt its begin, at most 500 characters
     */
    public record Said(String id, @Nullable Instant at, String type, String excerpt) {

        public Said {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(excerpt, "excerpt");
        }
    }

    public Checkpoint {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(structured, "structured");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(digest, "digest");
    }
}
