package tacit.bench.kills;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.experiment.ExperimentState;
import tacit.bench.kills.Kept.Step;

/** What hosts acknowledged, which must never be lost. Thread-safe. */
final class Told {

    private final Set<String> traces = ConcurrentHashMap.newKeySet();
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private volatile long cases;

    void traces(Set<String> ids) {
        traces.addAll(ids);
    }

    void cases(long number) {
        cases = number;
    }

    void reached(String id, ExperimentState state) {
        steps.add(new Step(id, 0, null, state, ""));
    }

    long cases() {
        return cases;
    }

    int evidence() {
        return traces.size();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    Set<String> lost(Set<String> kept) {
        Set<String> lost = new HashSet<>(traces);
        lost.removeAll(kept);
        return lost;
    }
}
