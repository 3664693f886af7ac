package tacit.bench.clusters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureMiner;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;

/** Mines and clusters runs, and finds the family of each step that failed. */
final class ClusteredRuns {

    private static final int CHUNK = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The family of failing steps that no failure was recorded for: they count, all as one. */
    private static final String MISSED = "missed";

    private final FailureMiner miner;
    private final FailureClusters clusters;

    ClusteredRuns(FailureMiner miner, FailureClusters clusters) {
        this.miner = miner;
        this.clusters = clusters;
    }

    List<VMeasure.Item> items(Scope scope, List<RecordedTrace> runs, Map<String, List<FailingStep>> steps) {
        Map<String, List<FailureRecord>> mined = new HashMap<>();
        for (int from = 0; from < runs.size(); from += CHUNK) {
            List<FailureRecord> records = new ArrayList<>();
            List<RecordedTrace> chunk = runs.subList(from, Math.min(from + CHUNK, runs.size()));
            chunk.forEach(run -> {
                List<FailureRecord> ofRun = miner.mine(scope, run);
                mined.put(run.trace().id(), ofRun);
                records.addAll(ofRun);
            });
            clusters.assign(scope, chunk.stream().map(run -> run.trace().id()).toList(), records);
        }
        Map<String, String> families = families(scope);
        List<VMeasure.Item> items = new ArrayList<>();
        steps.forEach((trace, failing) -> items.addAll(items(failing, mined.getOrDefault(trace, List.of()), families)));
        return items;
    }

    static long missed(List<VMeasure.Item> items) {
        return items.stream().filter(item -> item.cluster().equals(MISSED)).count();
    }

    private static List<VMeasure.Item> items(
            List<FailingStep> steps, List<FailureRecord> records, Map<String, String> families) {
        Set<String> used = new HashSet<>();
        List<VMeasure.Item> items = new ArrayList<>();
        for (FailingStep step : steps) {
            Optional<FailureRecord> record = records.stream()
                    .filter(candidate -> !used.contains(candidate.id()) && tells(candidate, step))
                    .findFirst();
            record.ifPresent(found -> used.add(found.id()));
            items.add(new VMeasure.Item(
                    step.label(),
                    record.map(found -> families.getOrDefault(found.id(), MISSED))
                            .orElse(MISSED)));
        }
        return items;
    }

    /** Whether the record is about the error of this step: its evidence is taken from what the step came out with. */
    private static boolean tells(FailureRecord record, FailingStep step) {
        boolean error =
                record.detector().equals("failed_call") || record.detector().equals("error_span");
        return error && flat(step.text()).contains(flat(record.finding().evidence()));
    }

    private static String flat(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private Map<String, String> families(Scope scope) {
        Map<String, String> families = new HashMap<>();
        long offset = 0;
        Page<FailureCluster> page;
        do {
            page = clusters.list(scope, ClusterFilter.ALL, new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().forEach(cluster -> members(scope, cluster.id(), families));
            offset += page.rows().size();
        } while (page.hasMore());
        return families;
    }

    private void members(Scope scope, String cluster, Map<String, String> families) {
        long offset = 0;
        Page<ClusterMember> page;
        do {
            page = clusters.members(scope, cluster, new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().forEach(member -> families.put(member.record().id(), cluster));
            offset += page.rows().size();
        } while (page.hasMore());
    }
}
