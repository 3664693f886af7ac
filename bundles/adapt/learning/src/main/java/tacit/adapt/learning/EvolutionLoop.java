package tacit.adapt.learning;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.Governed;
import tacit.api.trace.TraceStore;

/**
 * Keeps how learning goes in every workspace, at a fixed delay on a thread of its own: of a day the last look stays. Only a host
 * that is up is configured with it.
 */
@Component(
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = EvolutionLoop.class,
        immediate = true,
        property = Governed.PROPERTY + "=evolution_snapshots|minutes|every {minutes} minutes|")
@Designate(ocd = EvolutionLoop.Config.class)
public final class EvolutionLoop {

    private static final Logger log = LoggerFactory.getLogger(EvolutionLoop.class);
    private static final int MOST_MINUTES = 1_440;

    private final TraceStore traces;
    private final RoleEvolution evolution;
    private final ScheduledExecutorService executor;
    private final Future<?> looks;
    private volatile boolean stopping;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit evolution loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description =
                        "Minutes between looks at every workspace, the first one a minute after the start, in [0, 1440];"
                                + " 0 keeps nothing",
                min = "0",
                max = "1440")
        int minutes() default 60;
    }

    @Activate
    public EvolutionLoop(@Reference TraceStore traces, @Reference RoleEvolution evolution, Config config) {
        int minutes = config.minutes();
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("minutes must be in [0, 1440], got " + minutes);
        }
        this.traces = traces;
        this.evolution = evolution;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "tacit-evolution"));
        this.looks = minutes == 0
                ? executor.submit(() -> {})
                : executor.scheduleWithFixedDelay(this::look, 1, minutes, TimeUnit.MINUTES);
    }

    /** One look at all workspaces; one that fails is named and the others still have their turn. */
    void look() {
        try {
            traces.workspaces().forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("Cannot look for workspaces to measure; the next look is to come", e);
        }
    }

    private void look(String workspace) {
        try {
            if (!stopping) {
                evolution.keep(workspace);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot measure workspace '{}'; the next look tries again", workspace, e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The measuring did not stop within 10 seconds");
        }
    }
}
