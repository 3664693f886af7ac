package tacit.api.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that notices a family of failures when it returns. Immutable.
 *
 * @param id stable; one per cluster
 * @param clusterId the family
 * @param title what is asked, in words
 * @param check what must hold of a run for it to pass, as a structured condition: {@code type} and its parameters
 * @param older traces that proposals may look at; all runs of a task are on one side
 * @param newer traces that the gate judges on
 * @param splitBy {@code time} or {@code task}
 * @param createdAt when it was made
 */
public record EvalCase(
        String id,
        String clusterId,
        String title,
        Map<String, String> check,
        List<String> older,
        List<String> newer,
        String splitBy,
        @Nullable Instant createdAt) {

    public EvalCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(clusterId, "clusterId");
        check = Map.copyOf(check);
        older = List.copyOf(older);
        newer = List.copyOf(newer);
    }
}
