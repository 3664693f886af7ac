package tacit.surface.events;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.event.Events;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationListener;
import tacit.api.generation.Generations;

/** Tells of each generation that was activated or rolled back to. Thread-safe. */
@Component
public final class GenerationNews implements GenerationListener {

    private final Events events;

    /** Asked when there is news only: the harness binds this listener while it starts. */
    private final ComponentServiceObjects<Generations> generations;

    @Activate
    public GenerationNews(@Reference Events events, @Reference ComponentServiceObjects<Generations> generations) {
        this.events = events;
        this.generations = generations;
    }

    @Override
    public void activated() {
        Generations service = generations.getService();
        if (service == null) {
            return;
        }
        try {
            service.active().ifPresent(this::tell);
        } finally {
            generations.ungetService(service);
        }
    }

    private void tell(Generation generation) {
        String parent = Optional.ofNullable(generation.parent())
                .map(number -> Long.toString(number))
                .orElse("");
        String experiment = Optional.ofNullable(generation.experimentId()).orElse("");
        events.tellAll(
                "generation.activated",
                Long.toString(generation.number()),
                Map.of("parent", parent, "experiment", experiment));
    }
}
