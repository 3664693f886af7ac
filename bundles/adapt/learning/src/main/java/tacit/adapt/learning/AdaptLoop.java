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
import tacit.api.trace.TraceStore;

/**
 * Leads on what feedback could not be led to yet, and tells of reviews in the reports of their runs, on a thread of its own. Only
 * a host that is up is configured with it.
 */
@Component(service = AdaptLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = AdaptLoop.Config.class)
public final class AdaptLoop {

    private static final int MOST_SECONDS = 86_400;

    private final WorkspaceRounds rounds;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit adaptation loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description =
                        "Seconds between looks for feedback that is still to be led on, and for reviews, in [1, 86400]",
                min = "1",
                max = "86400")
        int period_seconds() default 30;
    }

    @Activate
    public AdaptLoop(
            @Reference TraceStore traces,
            @Reference DurableDesk desk,
            @Reference ProgressRound progress,
            Config config) {
        int period = config.period_seconds();
        if (period < 1 || period > MOST_SECONDS) {
            throw new IllegalArgumentException("period.seconds must be in [1, 86400], got " + period);
        }
        this.rounds = new WorkspaceRounds("tacit-adapt", traces, workspace -> {
            desk.leadOpen(workspace);
            progress.reviews(workspace);
        });
        rounds.begin(Duration.ofSeconds(period), Duration.ofSeconds(period));
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
