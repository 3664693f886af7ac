package tacit.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * One answer.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body, with its character set where it is text; empty where there is no body
 * @param headers further headers
 * @param body writes the body
 */
public record Reply(int status, String contentType, Map<String, String> headers, Body body) {

    public Reply {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** Writes a body; each flush reaches the caller at once. */
    @FunctionalInterface
    public interface Body {

        void writeTo(OutputStream out) throws IOException;
    }

    /** A JSON text. */
    public static Reply json(int status, String json) {
        return bytes(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A body that is ready. */
    public static Reply bytes(int status, String contentType, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new Reply(status, contentType, Map.of(), out -> out.write(copy));
    }
}
