package tacit.surface.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;

/**
 * An error as {@code application/problem+json} (RFC 9457). Immutable.
 *
 * @param status the HTTP status
 * @param detail what is wrong
 * @param headers further headers of the answer
 */
record Problem(int status, String detail, Map<String, String> headers) {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(505, "HTTP Version Not Supported"));

    static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    static Problem of(HttpProblem problem) {
        String detail = problem.getMessage();
        return of(problem.status(), detail == null ? title(problem.status()) : detail);
    }

    Problem with(String header, String value) {
        return new Problem(status, detail, Map.of(header, value));
    }

    byte[] json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "about:blank");
        fields.put("title", title(status));
        fields.put("status", status);
        fields.put("detail", detail);
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a problem", e);
        }
    }

    Reply reply() {
        byte[] json = json();
        return new Reply(status, CONTENT_TYPE, headers, out -> out.write(json));
    }

    private static String title(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "Bad Request" : "Internal Server Error");
    }
}
