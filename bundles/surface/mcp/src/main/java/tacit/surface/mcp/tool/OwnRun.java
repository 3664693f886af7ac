package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.memory.Audience;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;

/**
 * Records a call that changes memories and names no run, so that what comes of it rests on evidence. Such a run is Tacit's own: it
 * is never mined. Thread-safe.
 */
@Component(service = OwnRun.class)
public final class OwnRun {

    private final TraceIngest ingest;
    private final Clock clock;

    @Activate
    public OwnRun(@Reference TraceIngest ingest, @Reference Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    /**
     * Records a call; it is durable then.
     *
     * @return the id of the run
     * @throws IllegalArgumentException when it cannot be recorded
     */
    String of(Caller caller, String tool, ObjectNode arguments) {
        Instant now = clock.instant();
        String input = Json.text(arguments);
        String id = id(caller.principal().name(), caller.scope(), tool, input, now);
        Trace run = Trace.builder(id)
                .userId(caller.audience().userId())
                .sessionId(caller.sessionId())
                .agent(caller.client())
                .channel(caller.audience().channel())
                .startedAt(now)
                .endedAt(now)
                .attribute(Attribute.OWN_RUN, true)
                .attribute(Attribute.AUDIENCE, audience(caller))
                .build();
        Span call = Span.builder("call", Operation.EXECUTE_TOOL, "execute_tool " + tool)
                .startedAt(now)
                .endedAt(now)
                .status(SpanStatus.OK)
                .input(input)
                .attribute(Attribute.TOOL_NAME, tool)
                .build();
        taken(ingest.ingest(caller.scope(), List.of(TraceUpdate.of(run, List.of(call)))));
        return id;
    }

    /** Whom a trace was shown to; nothing is said of one user alone with the agent. */
    static @Nullable String audience(Caller caller) {
        Audience.Kind kind = caller.audience().kind();
        return kind == Audience.Kind.PRIVATE ? null : kind.name().toLowerCase(Locale.ROOT);
    }

    /** Refuses what was not taken. */
    static IngestReceipt taken(IngestReceipt receipt) {
        receipt.rejected().stream().findFirst().ifPresent(rejected -> {
            throw new IllegalArgumentException("The run cannot be recorded: " + rejected.reason());
        });
        return receipt;
    }

    /** The id of a run that came without one: the same said again at the same time is the same run. */
    static String id(@Nullable Object... parts) {
        try {
            byte[] text = Arrays.toString(parts).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return "mcp-" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
