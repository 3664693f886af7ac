package tacit.adapt.learning;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
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

    private static final int MOST_MINUTES = 1_440;
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final WorkspaceRounds rounds;

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
        this.rounds = new WorkspaceRounds("tacit-evolution", traces, evolution::keep);
        if (minutes > 0) {
            rounds.begin(FIRST, Duration.ofMinutes(minutes));
        }
    }

    /** One look at all workspaces. */
    void look() {
        rounds.look();
    }

    @Deactivate
    void stop() throws InterruptedException {
        rounds.stop();
    }
}
