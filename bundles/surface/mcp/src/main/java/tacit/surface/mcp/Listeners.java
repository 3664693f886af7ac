package tacit.surface.mcp;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import tacit.api.event.Events;
import tacit.api.http.Reply;
import tacit.surface.mcp.page.PageBook;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Message;
import tacit.surface.mcp.rpc.RpcError;
import tacit.surface.mcp.tool.ToolBox;

/** The clients that listen for changes, until they or the host go. Thread-safe. */
@Component(service = Listeners.class)
@Designate(ocd = Listeners.Config.class)
public final class Listeners {

    /** Who may listen. */
    @ObjectClassDefinition(name = "Tacit MCP listeners")
    public @interface Config {

        @AttributeDefinition(
                name = "Listeners",
                description = "How many clients may listen at once, each of which holds a thread, in [1, 100]",
                min = "1",
                max = "100")
        int listeners() default 16;

        @AttributeDefinition(
                name = "Heartbeat",
                description =
                        "Seconds of silence after which a listener looks by itself and a comment is sent, in [1, 600];"
                                + " less than the gateway's idle time",
                min = "1",
                max = "600")
        int heartbeat_seconds() default 15;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    private final ToolBox tools;
    private final PageBook pages;
    private final int most;
    private final int heartbeat;
    private final Set<Listening> streams = ConcurrentHashMap.newKeySet();

    @Activate
    public Listeners(@Reference ToolBox tools, @Reference PageBook pages, Config config) {
        this.tools = tools;
        this.pages = pages;
        this.most = within("listeners", config.listeners(), 100);
        this.heartbeat = within("heartbeat.seconds", config.heartbeat_seconds(), 600);
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    /**
     * Opens a stream of changes.
     *
     * @throws RpcError when it asks for what cannot be, or too many listen already
     */
    Reply listen(Caller caller, Message request) {
        Wanted wanted = Wanted.of(request);
        if (streams.size() >= most) {
            throw new RpcError(RpcError.INTERNAL, 503, "As many listen already as may: " + most, null);
        }
        Listening listening = new Listening(new Changes(tools, pages, caller, wanted), request.id(), wanted, heartbeat);
        return new Reply(200, "text/event-stream", Map.of("X-Accel-Buffering", "no"), out -> {
            streams.add(listening);
            Events known = events;
            Events.Following following =
                    known == null ? () -> {} : known.follow(caller.scope(), event -> listening.ring());
            try {
                listening.writeTo(out);
            } finally {
                following.close();
                streams.remove(listening);
            }
        });
    }

    @Deactivate
    void close() {
        streams.forEach(Listening::close);
    }
}
