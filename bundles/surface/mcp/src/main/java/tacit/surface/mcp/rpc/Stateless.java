package tacit.surface.mcp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tacit.api.http.Call;

/** What a request has to carry that comes without a handshake: the version, what the client can do, and headers that agree. */
public final class Stateless {

    public static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    public static final String CLIENT = "io.modelcontextprotocol/clientInfo";
    public static final String SERVER = "io.modelcontextprotocol/serverInfo";
    public static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");
    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";

    private Stateless() {}

    /** Whether a message is of that kind. */
    public static boolean is(Message message, Call call) {
        return message.meta().has(VERSION)
                || call.header("MCP-Protocol-Version")
                        .map(String::strip)
                        .orElse("")
                        .equals(Versions.STATELESS);
    }

    /**
     * Looks at a request.
     *
     * @throws RpcError when something is missing or does not agree
     */
    public static void check(Message request, Call call) {
        JsonNode version = request.meta().path(VERSION);
        if (!version.isTextual()) {
            throw missing(VERSION);
        }
        same("MCP-Protocol-Version", call, version.textValue());
        if (!version.textValue().equals(Versions.STATELESS)) {
            throw RpcError.version(version.textValue());
        }
        if (!request.meta().path(CAPABILITIES).isObject()) {
            throw missing(CAPABILITIES);
        }
        same("Mcp-Method", call, request.method());
        String named = NAMED.get(request.method());
        if (named != null && request.params().path(named).isTextual()) {
            same("Mcp-Name", call, request.text(named));
        }
    }

    private static RpcError missing(String name) {
        return new RpcError(RpcError.INVALID_PARAMS, 400, "_meta must hold " + name, null);
    }

    private static void same(String header, Call call, String body) {
        String said = call.header(header)
                .map(String::strip)
                .orElseThrow(() -> RpcError.headers("The header " + header + " is missing"));
        if (!decoded(header, said).equals(body)) {
            throw RpcError.headers("The header " + header + " does not say what the body says");
        }
    }

    /** What no header can hold is sent in base 64 between marks. */
    private static String decoded(String header, String value) {
        if (!header.equals("Mcp-Name") || !value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            String inner = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
            return new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw RpcError.headers("The header " + header + " is not encoded as it says");
        }
    }
}
