package tacit.learn.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.LearningReport;

/** Counts what one run of the pipeline did. Confined to its thread. */
final class Tally {

    private final Set<String> clusters = new HashSet<>();
    private long seen;
    private long mined;
    private long failures;
    private long evalCases;

    void add(int seenNow, int minedNow, int failuresNow, List<FailureCluster> changed, int casesNow) {
        seen += seenNow;
        mined += minedNow;
        failures += failuresNow;
        evalCases += casesNow;
        changed.forEach(cluster -> clusters.add(cluster.id()));
    }

    /** Traces that were taken from the queue, Tacit's own runs included. */
    long seen() {
        return seen;
    }

    LearningReport report() {
        return new LearningReport(mined, failures, clusters.size(), evalCases);
    }
}
