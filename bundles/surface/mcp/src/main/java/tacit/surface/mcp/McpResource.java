package tacit.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.Message;
import tacit.surface.mcp.rpc.RpcError;
import tacit.surface.mcp.rpc.Stateless;
import tacit.surface.mcp.rpc.Versions;

/**
 * Takes messages of MCP clients. Nothing is remembered between two of them, so there are no sessions, no stream to open with GET and
 * nothing to end with DELETE.
 */
@Component
public final class McpResource implements HttpResource {

    private static final int MOST_AT_ONCE = 50;
    private static final String LISTEN = "subscriptions/listen";

    private final Methods methods;
    private final Listeners listeners;

    @Activate
    public McpResource(@Reference Methods methods, @Reference Listeners listeners) {
        this.methods = methods;
        this.listeners = listeners;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/mcp";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        if (!call.contentType().orElse("").equals("application/json")) {
            throw new HttpProblem(415, "Content-Type must be application/json");
        }
        JsonNode body;
        try {
            body = Json.read(call.body());
            return body instanceof ArrayNode batch ? batch(call, batch) : single(call, body);
        } catch (RpcError e) {
            return reply(e.status(), Message.failed(Message.idOf(Json.object()), e));
        }
    }

    private Reply single(Call call, JsonNode node) {
        try {
            Message message = Message.of(node);
            boolean stateless = Stateless.is(message, call);
            if (message.kind() != Message.Kind.REQUEST) {
                return accepted(message, stateless);
            }
            if (stateless) {
                Stateless.check(message, call);
            } else if (!message.method().equals("initialize")) {
                version(call);
            }
            Caller caller = Caller.of(call, message, stateless);
            return stateless && message.method().equals(LISTEN)
                    ? listeners.listen(caller, message)
                    : reply(200, message.answered(methods.answer(caller, message)));
        } catch (RpcError e) {
            return reply(e.status(), Message.failed(Message.idOf(node), e));
        }
    }

    private static Reply accepted(Message message, boolean stateless) {
        if (stateless && message.kind() == Message.Kind.ANSWER) {
            throw RpcError.invalidRequest("Nothing was asked, so nothing can be answered");
        }
        return new Reply(202, "", Map.of(), out -> {});
    }

    /** What a client that began with a handshake says it speaks. */
    private static String version(Call call) {
        String version = call.header("MCP-Protocol-Version").map(String::strip).orElse(Versions.ASSUMED);
        if (!Versions.handshakes(version)) {
            throw RpcError.version(version);
        }
        return version;
    }

    private Reply batch(Call call, ArrayNode batch) {
        if (!Versions.batches(version(call))) {
            throw RpcError.invalidRequest("This version of the protocol takes one message at a time");
        }
        if (batch.isEmpty() || batch.size() > MOST_AT_ONCE) {
            throw RpcError.invalidRequest("A batch must hold 1 to " + MOST_AT_ONCE + " messages");
        }
        ArrayNode answers = Json.array();
        for (JsonNode node : batch) {
            ObjectNode answer = ofBatch(call, node);
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers.isEmpty() ? new Reply(202, "", Map.of(), out -> {}) : reply(200, answers);
    }

    private @Nullable ObjectNode ofBatch(Call call, JsonNode node) {
        try {
            Message message = Message.of(node);
            if (message.kind() != Message.Kind.REQUEST) {
                return null;
            }
            if (message.method().equals("initialize") || message.meta().has(Stateless.VERSION)) {
                throw RpcError.invalidRequest("This message must not be part of a batch");
            }
            return message.answered(methods.answer(Caller.of(call, message, false), message));
        } catch (RpcError e) {
            return Message.failed(Message.idOf(node), e);
        }
    }

    private static Reply reply(int status, JsonNode answer) {
        return Reply.json(status, Json.text(answer));
    }
}
