package tacit.memory.recall.feed;

import java.util.Set;
import java.util.TreeSet;
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
import tacit.api.trace.TraceStore;

/**
 * Feeds the index with notes in a running host: looks at the folders of workspaces at a fixed delay, on a thread of its own.
 *
 * <p>Only a host that is up is configured with it.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = NoteLoop.class, immediate = true)
@Designate(ocd = NoteLoop.Config.class)
public final class NoteLoop {

    private static final Logger log = LoggerFactory.getLogger(NoteLoop.class);

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit note feed")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay",
                description = "Seconds between the end of one look at the folders of workspaces and the next,"
                        + " in [1, 3600]",
                min = "1",
                max = "3600")
        int delay_seconds() default 5;
    }

    private final TraceStore traces;
    private final NoteFeed feed;
    private final Pace pace;
    private final Set<String> failing = new TreeSet<>();

    @Activate
    public NoteLoop(@Reference TraceStore traces, @Reference NoteFeed feed, Config config) {
        this.traces = traces;
        this.feed = feed;
        this.pace = new Pace("note-feed", config.delay_seconds(), this::look);
    }

    /** Looks at every workspace with a folder, and once at each other one: it may have had a folder before the start. */
    void look() {
        try {
            Set<String> all = new TreeSet<>(feed.workspaces());
            traces.workspaces().stream().filter(feed::isNew).forEach(all::add);
            all.forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("Cannot look for notes; the next look is in a moment", e);
        }
    }

    private void look(String workspace) {
        try {
            feed.feed(workspace);
            failing.remove(workspace);
        } catch (RuntimeException e) {
            // Told once: a folder that cannot be read is looked at every few seconds
            if (failing.add(workspace)) {
                log.warn("Cannot feed the notes of workspace '{}'; it is tried again in a moment", workspace, e);
            }
        }
    }

    /** Lets a look that is under way finish. */
    @Deactivate
    void stop() throws InterruptedException {
        pace.stop();
    }
}
