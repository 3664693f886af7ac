package tacit.surface.mission;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AccessRole;
import tacit.api.event.Events;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.mission.session.Session;
import tacit.surface.mission.session.Sessions;

/** Server-sent events for open pages: which panel has news, and no more. Thread-safe. */
@Component(service = HttpResource.class)
@Designate(ocd = NewsResource.Config.class)
public final class NewsResource implements HttpResource {

    /** Who may listen. */
    @ObjectClassDefinition(name = "Tacit Mission Control live pages")
    public @interface Config {

        @AttributeDefinition(
                name = "Pages",
                description =
                        "How many pages may be live at once, each of which holds a thread, in [1, 100]; one more ends the"
                                + " longest open one")
        int pages() default 16;

        @AttributeDefinition(
                name = "Heartbeat",
                description =
                        "Seconds of silence after which a comment is sent, in [1, 600]; less than the gateway's idle time")
        int heartbeat_seconds() default 15;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    /** The longest open one first: a page that was left is noticed at the next heartbeat only, so it gives way to a new one. */
    private final Queue<NewsStream> streams = new ConcurrentLinkedQueue<>();

    private final Panels panels;
    private final Sessions sessions;
    private final int most;
    private final int heartbeat;

    @Activate
    public NewsResource(@Reference Panels panels, @Reference Sessions sessions, Config config) {
        this.panels = panels;
        this.sessions = sessions;
        this.most = within("pages", config.pages(), 100);
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
        return "/mission/events";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        Session session = Cookies.sent(call)
                .flatMap(id -> sessions.of(id, false))
                .orElseThrow(() -> new HttpProblem(401, "Log in first"));
        Set<String> kinds = panels.find(call.parameter("panel").orElse(""))
                .filter(panel -> session.principal().role().includes(panel.role()))
                .orElseThrow(() -> new HttpProblem(404, "There is no panel of this name"))
                .live();
        Events now = events;
        if (now == null) {
            throw new HttpProblem(503, "This host tells no events");
        }
        NewsStream stream =
                new NewsStream(now, session.principal().scope(), kinds, () -> sessions.goesOn(session), heartbeat);
        return new Reply(200, "text/event-stream; charset=utf-8", Map.of(), out -> {
            streams.add(stream);
            makeRoom();
            try {
                stream.writeTo(out);
            } finally {
                streams.remove(stream);
            }
        });
    }

    private void makeRoom() {
        while (streams.size() > most) {
            NewsStream longest = streams.poll();
            if (longest != null) {
                longest.close();
            }
        }
    }

    @Deactivate
    void close() {
        streams.forEach(NewsStream::close);
    }
}
