package tacit.learn.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;
import tacit.api.generation.Trials;

/** Opens what it is asked for, unless it refuses. */
final class OpenTrials implements Trials {

    final List<ActivationRequest> asked = new ArrayList<>();
    final Set<String> open = new TreeSet<>();
    boolean refuses;

    /** Which trials led work, and how many orders were given before. */
    final List<String> led = new ArrayList<>();

    List<?> orders = List.of();

    @Override
    public ActivationReport open(String id, ActivationRequest request) {
        asked.add(request);
        if (!refuses) {
            open.add(id);
        }
        StepResult step = new StepResult(ActivationStep.PROBE, "guard", !refuses, "it answers", Duration.ZERO);
        return new ActivationReport(1, 1, List.of(step));
    }

    @Override
    public Set<String> open() {
        return Set.copyOf(open);
    }

    @Override
    public <T> T under(String id, Callable<T> work) throws Exception {
        led.add(id + " after " + orders.size());
        return work.call();
    }

    @Override
    public <T> Callable<T> carried(Callable<T> work) {
        return work;
    }

    @Override
    public void close(String id) {
        open.remove(id);
    }
}
