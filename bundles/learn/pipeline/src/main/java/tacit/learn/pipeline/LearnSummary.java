package tacit.learn.pipeline;

import java.time.Duration;
import java.util.List;
import tacit.api.ingest.Refusal;
import tacit.api.learn.FailureCluster;

/**
 * What {@code learn} did and what it leaves.
 *
 * @param counts what was read
 * @param failures all failures that are known now
 * @param clusters all families that are known now, the costliest first
 * @param evalCases all cases that watch for them
 * @param refused what was not taken
 * @param elapsed how long it took
 */
record LearnSummary(
        ImportCounts counts,
        long failures,
        List<FailureCluster> clusters,
        long evalCases,
        List<Refusal> refused,
        Duration elapsed) {

    LearnSummary {
        clusters = List.copyOf(clusters);
        refused = List.copyOf(refused);
    }
}
