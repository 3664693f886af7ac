package tacit.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.Message;
import tacit.surface.mcp.rpc.RpcError;

/**
 * What a listener wants to be told of. Immutable.
 *
 * @param tools when the list of tools changes
 * @param resources when the list of resources changes
 * @param uris when one of these resources changes
 */
record Wanted(boolean tools, boolean resources, List<String> uris) {

    private static final int MOST = 100;
    private static final int LONGEST = 2_000;

    Wanted {
        uris = List.copyOf(uris);
    }

    /**
     * Reads what is asked for; the list of prompts never changes, so nobody is told of it.
     *
     * @throws RpcError when it does not fit
     */
    static Wanted of(Message request) {
        if (!(request.params().path("notifications") instanceof ObjectNode filter)) {
            throw RpcError.params("notifications must be a JSON object");
        }
        truth(filter, "promptsListChanged");
        return new Wanted(truth(filter, "toolsListChanged"), truth(filter, "resourcesListChanged"), uris(filter));
    }

    private static boolean truth(ObjectNode filter, String name) {
        JsonNode value = filter.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw RpcError.params(name + " must be true or false");
        }
        return value.booleanValue();
    }

    private static List<String> uris(ObjectNode filter) {
        JsonNode value = filter.path("resourceSubscriptions");
        if (value.isMissingNode()) {
            return List.of();
        }
        boolean good = value.isArray()
                && value.size() <= MOST
                && value.valueStream()
                        .allMatch(uri -> uri.isTextual() && uri.textValue().length() <= LONGEST);
        if (!good) {
            throw RpcError.params("resourceSubscriptions must be a list of at most " + MOST + " addresses");
        }
        return value.valueStream().map(JsonNode::textValue).distinct().toList();
    }

    /** What is agreed on. */
    ObjectNode view() {
        ObjectNode view = Json.object();
        if (tools) {
            view.put("toolsListChanged", true);
        }
        if (resources) {
            view.put("resourcesListChanged", true);
        }
        if (!uris.isEmpty()) {
            view.set("resourceSubscriptions", Json.of(uris));
        }
        return view;
    }
}
