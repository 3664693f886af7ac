package tacit.learn.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;
import tacit.api.generation.Trials;

/** Trials in memory, which may refuse; it keeps which work was led to which. */
final class ListTrials implements Trials {

    final Map<String, ActivationRequest> open = new TreeMap<>();
    final List<String> led = new ArrayList<>();
    boolean refuses;

    /** What is asked meanwhile is answered by its candidate; null for what is in force. */
    @Nullable
    ActivationRequest inside;

    /** Called before a trial opens and after it, as places where a host may die. */
    Runnable step = () -> {};

    @Override
    public ActivationReport open(String id, ActivationRequest request) {
        if (open.containsKey(id)) {
            throw new IllegalStateException("A trial '" + id + "' is open already");
        }
        step.run();
        if (!refuses) {
            open.put(id, request);
            step.run();
        }
        return new ActivationReport(
                1,
                1,
                List.of(new StepResult(ActivationStep.SLOT, "style", !refuses, "no slot is idle", Duration.ZERO)));
    }

    @Override
    public Set<String> open() {
        return Set.copyOf(open.keySet());
    }

    @Override
    public <T> T under(String id, Callable<T> work) throws Exception {
        if (open.containsKey(id)) {
            led.add(id);
        }
        inside = open.get(id);
        try {
            return work.call();
        } finally {
            inside = null;
        }
    }

    @Override
    public <T> Callable<T> carried(Callable<T> work) {
        return work;
    }

    @Override
    public void close(String id) {
        open.remove(id);
    }

    /** As a change of the harness does it, or the end of the host. */
    void end() {
        open.clear();
    }
}
