package tacit.memory.recall.feed;

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
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/**
 * Feeds the index in a running host: looks for changed traces at a fixed delay, on a thread of its own.
 *
 * <p>Only a host that is up is configured with it.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = FeedLoop.class, immediate = true)
@Designate(ocd = FeedLoop.Config.class)
public final class FeedLoop {

    private static final Logger log = LoggerFactory.getLogger(FeedLoop.class);

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit trace feed")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay",
                description = "Seconds between the end of one look for changed traces and the next, in [1, 3600]",
                min = "1",
                max = "3600")
        int delay_seconds() default 2;
    }

    private final TraceStore traces;
    private final TraceFeed feed;
    private final Pace pace;

    @Activate
    public FeedLoop(@Reference TraceStore traces, @Reference TraceFeed feed, Config config) {
        this.traces = traces;
        this.feed = feed;
        this.pace = new Pace("trace-feed", config.delay_seconds(), this::look);
    }

    /** Feeds every workspace; one that fails is named and the others are still served. */
    void look() {
        try {
            traces.workspaces().forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("Cannot look for changed traces; the next look is in a moment", e);
        }
    }

    private void look(String workspace) {
        try {
            feed.feed(Scope.ofWorkspace(workspace));
        } catch (RuntimeException e) {
            log.warn("Cannot feed the traces of workspace '{}'; it is tried again in a moment", workspace, e);
        }
    }

    /** Lets a look that is under way finish; what it had not marked is taken up at the next start. */
    @Deactivate
    void stop() throws InterruptedException {
        pace.stop();
    }
}
