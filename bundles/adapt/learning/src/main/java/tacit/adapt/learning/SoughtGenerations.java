package tacit.adapt.learning;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;

/**
 * The generations, sought when they are first asked for: what is offered is wanted while the harness is being started, and then
 * they are not there yet. Thread-safe.
 */
@Component(service = SoughtGenerations.class)
public final class SoughtGenerations implements Generations {

    private final Supplier<@Nullable Generations> sought;
    private volatile @Nullable Generations found;

    @Activate
    public SoughtGenerations(@Reference ComponentServiceObjects<Generations> generations) {
        this((Supplier<@Nullable Generations>) generations::getService);
    }

    SoughtGenerations(Supplier<@Nullable Generations> sought) {
        this.sought = sought;
    }

    private Generations generations() {
        Generations known = found;
        if (known == null) {
            known = sought.get();
            found = known;
        }
        if (known == null) {
            throw new IllegalStateException("The harness is not there yet");
        }
        return known;
    }

    @Override
    public Optional<Generation> active() {
        return generations().active();
    }

    @Override
    public List<Generation> list() {
        return generations().list();
    }

    @Override
    public List<LedgerEntry> history() {
        return generations().history();
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        return generations().diff(from, to);
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        return generations().plan(request);
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        return generations().activate(request);
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        return generations().rollBack(number, by, reason);
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        return generations().drill(swaps, by);
    }
}
