package tacit.surface.mcp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * One message of a client. Immutable, as far as nobody changes its nodes.
 *
 * @param kind what it is
 * @param id of a request; the null of JSON for others
 * @param method what is asked or told; empty for an answer
 * @param params empty where none were sent
 */
public record Message(Kind kind, JsonNode id, String method, ObjectNode params) {

    /** What a message can be. */
    public enum Kind {
        REQUEST,
        NOTIFICATION,
        /** An answer to what this host never asks. */
        ANSWER
    }

    private static final int LONGEST_ID = 400;

    public Message {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /**
     * Reads a message.
     *
     * @throws RpcError when it is none
     */
    public static Message of(JsonNode node) {
        if (!(node instanceof ObjectNode) || !node.path("jsonrpc").asText().equals("2.0")) {
            throw RpcError.invalidRequest("A message must be a JSON object with \"jsonrpc\": \"2.0\"");
        }
        if (!node.has("method") && (node.has("result") || node.has("error"))) {
            return new Message(Kind.ANSWER, NullNode.instance, "", Json.object());
        }
        if (!node.path("method").isTextual()) {
            throw RpcError.invalidRequest("method must be a text");
        }
        Kind kind = node.has("id") ? Kind.REQUEST : Kind.NOTIFICATION;
        JsonNode params = node.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            throw new RpcError(RpcError.INVALID_PARAMS, 400, "params must be a JSON object", null);
        }
        return new Message(
                kind,
                kind == Kind.REQUEST ? id(node.path("id")) : NullNode.instance,
                node.path("method").textValue(),
                params instanceof ObjectNode object ? object : Json.object());
    }

    private static JsonNode id(JsonNode id) {
        boolean text = id.isTextual() && id.textValue().length() <= LONGEST_ID;
        if (text || (id.isIntegralNumber() && id.canConvertToLong())) {
            return id;
        }
        throw RpcError.invalidRequest("id must be a text of at most " + LONGEST_ID + " characters, or a whole number");
    }

    /** The id of whatever was sent, as far as an error can name it. */
    public static JsonNode idOf(JsonNode node) {
        JsonNode id = node.path("id");
        boolean text = id.isTextual() && id.textValue().length() <= LONGEST_ID;
        return text || id.isIntegralNumber() ? id : NullNode.instance;
    }

    /** What goes with the request besides its parameters; empty where nothing does. */
    public ObjectNode meta() {
        return params.path("_meta") instanceof ObjectNode meta ? meta : Json.object();
    }

    /**
     * A parameter that must be a text.
     *
     * @throws RpcError when it is none
     */
    public String text(String name) {
        JsonNode value = params.path(name);
        if (!value.isTextual()) {
            throw RpcError.params(name + " must be a text");
        }
        return value.textValue();
    }

    /** The answer to it. */
    public ObjectNode answered(ObjectNode result) {
        ObjectNode answer = envelope(id);
        return answer.set("result", result);
    }

    /** The answer that says what is wrong. */
    public static ObjectNode failed(JsonNode id, RpcError error) {
        ObjectNode answer = envelope(id);
        return answer.set("error", error.view());
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode envelope = Json.object().put("jsonrpc", "2.0");
        return envelope.set("id", id);
    }
}
