package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final int most;
    private final int heartbeat;
    private final Set<LearningStream> streams = ConcurrentHashMap.newKeySet();

    @Activate
    public LearningStreamResource(@Reference LearningFeed feed, Config config) {
        this.feed = feed;
        this.most = within("listeners", config.listeners(), 100);
        this.heartbeat = within("heartbeat.seconds", config.heartbeat_seconds(), 600);
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
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
        if (streams.size() >= most) {
            throw new HttpProblem(503, "As many listen already as may: " + most);
        }
        LearningStream stream = new LearningStream(feed, call.principal().scope(), last(call), heartbeat);
        return new Reply(200, "text/event-stream; charset=utf-8", Map.of(), out -> {
            streams.add(stream);
            try {
                stream.writeTo(out);
            } finally {
                streams.remove(stream);
            }
        });
    }

    /** Where a listener left off; from now on where it says nothing. */
    private static long last(Call call) {
        String id = call.header("Last-Event-ID").orElse("").strip();
        if (id.isEmpty()) {
            return LearningStream.NOW;
        }
        if (!id.matches("\\d{1,18}")) {
            throw new HttpProblem(400, "Last-Event-ID must be a whole number");
        }
        return Long.parseLong(id);
    }

    @Deactivate
    void close() {
        streams.forEach(LearningStream::close);
    }
}
