package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a trigger does. Immutable; holds no content and no secret.
 *
 * @param id of the trigger
 * @param kind which bundle reads it
 * @param workspaceId where its signals lie
 * @param profileId whom they are for; null for all who are interested
 * @param state whether it works
 * @param problems why not, or what an operator should know; empty when all is well
 * @param lastIngressAt when something came in last; null when nothing did
 * @param nextAt when it is asked next, or tried again; null for not by itself
 * @param counts since the host started
 */
public record TriggerStatus(
        String id,
        String kind,
        String workspaceId,
        @Nullable String profileId,
        State state,
        List<String> problems,
        @Nullable Instant lastIngressAt,
        @Nullable Instant nextAt,
        Counts counts) {

    /** Whether a trigger works. */
    public enum State {
        /** What comes in becomes signals. */
        READY,
        /** The switch of the stage is off. */
        OFF,
        /** It failed, and is tried again later. */
        FAILING,
        /** Its configuration or its options have problems. */
        REFUSED,
        /** No active bundle provides its kind. */
        NOT_PROVIDED
    }

    /**
     * What it did since the host started.
     *
     * @param readings ingresses that were read
     * @param signals what they told
     * @param repeated deliveries that had come before
     * @param refused requests that were not taken
     * @param failures readings that failed
     */
    public record Counts(long readings, long signals, long repeated, long refused, long failures) {

        /** Of one that did nothing. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    public TriggerStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(counts, "counts");
        problems = List.copyOf(problems);
    }
}
