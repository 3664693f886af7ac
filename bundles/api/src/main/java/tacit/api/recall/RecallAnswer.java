package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was recalled. Immutable.
 *
 * @param query as it was looked for
 * @param workspaceId where
 * @param at when
 * @param hits the best first
 * @param failures parts that did not answer
 * @param vectors whether meanings were compared too, or words alone
 */
public record RecallAnswer(
        String query, String workspaceId, Instant at, List<RecallHit> hits, List<Failure> failures, boolean vectors) {

    /**
     * A part that did not answer.
     *
     * @param part its name
     * @param reason what it did instead, in words without any content
     */
    public record Failure(String part, String reason) {

        public Failure {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public RecallAnswer {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(at, "at");
        hits = List.copyOf(hits);
        failures = List.copyOf(failures);
    }
}
