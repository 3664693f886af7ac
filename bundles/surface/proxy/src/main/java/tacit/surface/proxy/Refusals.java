package tacit.surface.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tacit.api.http.Reply;
import tacit.surface.proxy.wire.Kind;

/** Errors of the proxy itself, so that clients of either kind read them as they read those of a model's server. Pure functions. */
final class Refusals {

    private Refusals() {}

    /** A problem that also has the fields of the client's own protocol. */
    static Reply reply(Kind kind, int status, String detail, Map<String, String> headers) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", kind == Kind.ANTHROPIC ? "error" : "about:blank");
        problem.put("title", title(status)).put("status", status).put("detail", detail);
        ObjectNode error = problem.putObject("error");
        error.put("message", detail).put("type", type(status));
        if (kind == Kind.OPENAI) {
            error.putNull("param").put("code", "tacit_" + status);
        }
        byte[] bytes = problem.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> all = new HashMap<>(headers);
        all.put("x-tacit-error", type(status));
        return new Reply(status, "application/problem+json", all, out -> out.write(bytes));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Error";
        };
    }

    private static String type(int status) {
        return switch (status) {
            case 400 -> "invalid_request_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 503 -> "overloaded_error";
            case 504 -> "timeout_error";
            default -> "api_error";
        };
    }
}
