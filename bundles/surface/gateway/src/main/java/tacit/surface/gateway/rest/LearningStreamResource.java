package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AccessRole;
import tacit.api.adapt.LearningFeed;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.live.Listeners;
import tacit.surface.gateway.rest.reply.Query;

/** Tells of each report of learning as it is made, as server-sent events, until the caller or the host goes. Thread-safe. */
@Component(service = HttpResource.class)
@Designate(ocd = LearningStreamResource.Config.class)
public final class LearningStreamResource implements HttpResource {

    /** Who may listen. */
    @ObjectClassDefinition(name = "Tacit learning stream")
    public @interface Config {

        @AttributeDefinition(
                name = "Listeners",
                description = "How many may listen at once, each of which holds a thread, in [1, 100]",
                min = "1",
                max = "100")
        int listeners() default 16;

        @AttributeDefinition(
                name = "Heartbeat",
                description =
                        "Seconds of silence after which a comment is sent, in [1, 600]; less than the gateway's idle time",
                min = "1",
                max = "600")
        int heartbeat_seconds() default 15;
    }

    private final LearningFeed feed;
    private final Listeners listeners;

    @Activate
    public LearningStreamResource(@Reference LearningFeed feed, Config config) {
        this.feed = feed;
        this.listeners = new Listeners(config.listeners(), config.heartbeat_seconds());
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/learning/stream";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        return listeners.listen(new LearningNews(feed, call.principal().scope(), last(call)));
    }

    /** Where a listener left off; from now on where it says nothing. */
    private static long last(Call call) {
        String id = call.header("Last-Event-ID").orElse("").strip();
        if (id.isEmpty()) {
            return LearningNews.NOW;
        }
        if (!id.matches("\\d{1,18}")) {
            throw new HttpProblem(400, "Last-Event-ID must be a whole number");
        }
        return Long.parseLong(id);
    }

    @Deactivate
    void close() {
        listeners.close();
    }
}
