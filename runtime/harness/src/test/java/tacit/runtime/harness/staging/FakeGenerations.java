package tacit.runtime.harness.staging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.StepResult;

/** Takes every request for an activation, and fails those that it is told to. */
final class FakeGenerations implements Generations {

    final BlockingQueue<ActivationRequest> requests = new LinkedBlockingQueue<>();

    @Nullable
    String failure;

    @Nullable
    RuntimeException broken;

    @Override
    public ActivationReport activate(ActivationRequest request) {
        requests.add(request);
        if (broken != null) {
            throw broken;
        }
        boolean passes = failure == null;
        return new ActivationReport(
                1,
                passes ? 2 : 1,
                List.of(new StepResult(
                        ActivationStep.PROBE, Plugins.ROLE, passes, passes ? "fine" : failure, Duration.ZERO)));
    }

    @Override
    public Optional<Generation> active() {
        return Optional.empty();
    }

    @Override
    public List<Generation> list() {
        return List.of();
    }

    @Override
    public List<LedgerEntry> history() {
        return List.of();
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException();
    }
}
