package tacit.learn.pipeline;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tacit.api.learn.EvalCase;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.LearningReport;
import tacit.api.learn.ReplayCase;

/** Counts what one run of the pipeline did. Confined to its thread. */
final class Tally {

    /** Names of a kind that are kept. */
    static final int MOST_NAMES = 100;

    private final Set<String> clusters = new HashSet<>();
    private final Set<String> traceIds = new LinkedHashSet<>();
    private final Set<String> caseIds = new LinkedHashSet<>();
    private long seen;
    private long mined;
    private long failures;
    private long evalCases;
    private long replayCases;

    /** What one chunk came to. */
    record Chunk(
            int seen,
            List<String> mined,
            List<FailureRecord> failures,
            List<FailureCluster> families,
            List<EvalCase> evalCases,
            List<ReplayCase> replayCases) {}

    void add(Chunk chunk) {
        seen += chunk.seen();
        mined += chunk.mined().size();
        failures += chunk.failures().size();
        evalCases += chunk.evalCases().size();
        replayCases += chunk.replayCases().size();
        chunk.mined().forEach(id -> note(traceIds, id));
        chunk.families().forEach(family -> clusters.add(family.id()));
        chunk.evalCases().forEach(one -> note(caseIds, one.id()));
        chunk.replayCases().forEach(one -> note(caseIds, one.id()));
    }

    /** Some names tell what a run was about; all of them would make its trace as long as what it read. */
    private static void note(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    /** Replay cases that were made. */
    long replayCases() {
        return replayCases;
    }

    /** The first of the traces that were learned from. */
    List<String> traceIds() {
        return List.copyOf(traceIds);
    }

    /** The first of the families that changed, in the order of their names. */
    List<String> clusterIds() {
        return clusters.stream().sorted().limit(MOST_NAMES).toList();
    }

    /** The first of the cases that were made or changed. */
    List<String> caseIds() {
        return List.copyOf(caseIds);
    }

    /** Traces that were taken from the queue, Tacit's own runs included. */
    long seen() {
        return seen;
    }

    LearningReport report() {
        return new LearningReport(mined, failures, clusters.size(), evalCases);
    }
}
