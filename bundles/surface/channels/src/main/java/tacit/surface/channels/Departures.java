package tacit.surface.channels;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;

/**
 * Takes back what a channel said of itself once it has gone for good. Only the active generation says so: services come and go
 * while a host starts, stops or swaps versions. Thread-safe.
 */
@Component(service = Departures.class)
public final class Departures {

    private final Known known;
    private final Fitting fitting;
    private final @Nullable Generations generations;
    private final AtomicLong seen = new AtomicLong();

    @Activate
    public Departures(
            @Reference Known known,
            @Reference Fitting fitting,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Generations generations) {
        this.known = known;
        this.fitting = fitting;
        this.generations = generations;
    }

    /** Looks once for each generation. */
    void look() {
        Optional<Generation> active = generations == null ? Optional.empty() : generations.active();
        active.filter(generation -> generation.number() != seen.get() && fitting.isThere())
                .ifPresent(generation -> {
                    look(generation);
                    seen.set(generation.number());
                });
    }

    private void look(Generation generation) {
        Set<String> workspaces = new TreeSet<>(known.workspaces());
        workspaces.addAll(fitting.workspaces());
        for (String workspace : workspaces) {
            List<String> gone = fitting.introduced(workspace).stream()
                    .filter(channel -> !generation.roles().containsKey(Known.ROLE + channel))
                    .toList();
            gone.forEach(channel -> fitting.takeLeave(workspace, channel));
        }
    }
}
