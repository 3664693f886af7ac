package tacit.surface.mcp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a request is answered with an error of the protocol. */
public final class RpcError extends RuntimeException {

    public static final int PARSE = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL = -32603;

    /** What a resource that is not there was called up to 2025-11-25. */
    public static final int RESOURCE_NOT_FOUND = -32002;

    /** Headers that do not say what the body says. */
    public static final int HEADER_MISMATCH = -32020;

    /** A version that is not spoken here. */
    public static final int UNSUPPORTED_VERSION = -32022;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final int status;
    private final transient @Nullable ObjectNode data;

    /**
     * @param code of JSON-RPC or of the protocol
     * @param status of HTTP
     * @param data more about it; null for nothing
     */
    public RpcError(int code, int status, String message, @Nullable ObjectNode data) {
        super(message);
        this.code = code;
        this.status = status;
        this.data = data;
    }

    /** A body that is no JSON. */
    public static RpcError parse() {
        return new RpcError(
                PARSE, 400, "The body must be JSON in UTF-8, of at most 32 levels and without duplicate keys", null);
    }

    /** JSON that is no message. */
    public static RpcError invalidRequest(String message) {
        return new RpcError(INVALID_REQUEST, 400, message, null);
    }

    /** Parameters that do not fit, of a request that is well formed. */
    public static RpcError params(String message) {
        return new RpcError(INVALID_PARAMS, 200, message, null);
    }

    /** A request of a kind that is not answered here. */
    public static RpcError method(String method, boolean modern) {
        return new RpcError(METHOD_NOT_FOUND, modern ? 404 : 200, "Method not found: " + shortened(method), null);
    }

    /** Headers that are missing, or differ from the body. */
    public static RpcError headers(String message) {
        return new RpcError(HEADER_MISMATCH, 400, message, null);
    }

    /** A version that is not spoken here. */
    public static RpcError version(String requested) {
        ObjectNode data = Json.object();
        data.set("supported", Json.of(List.copyOf(Versions.ALL)));
        data.put("requested", shortened(requested));
        return new RpcError(UNSUPPORTED_VERSION, 400, "Unsupported protocol version", data);
    }

    /** Foreign text, short enough to be said back. */
    public static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    public int code() {
        return code;
    }

    /** The status of HTTP that goes with it. */
    public int status() {
        return status;
    }

    /** As it is answered. */
    public ObjectNode view() {
        ObjectNode view = Json.object().put("code", code).put("message", getMessage());
        return data == null ? view : view.set("data", data);
    }
}
