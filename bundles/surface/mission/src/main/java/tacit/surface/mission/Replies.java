package tacit.surface.mission;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.http.Reply;

/** Answers with the headers that keep pages to themselves. */
final class Replies {

    // Forms and their answers may come from here only, nothing is loaded from elsewhere, and no script or style stands
    // in a page
    private static final Map<String, String> SAFE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "Referrer-Policy",
            "same-origin",
            "X-Content-Type-Options",
            "nosniff",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private Replies() {}

    static Reply html(int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Reply(status, "text/html; charset=utf-8", SAFE, out -> out.write(bytes));
    }

    /** Leads on to a path of this host. */
    static Reply to(String path, Map<String, String> further) {
        Map<String, String> headers = new LinkedHashMap<>(SAFE);
        headers.put("Location", path);
        headers.putAll(further);
        return new Reply(303, "text/plain; charset=utf-8", headers, out -> {});
    }

    static Reply to(String path) {
        return to(path, Map.of());
    }

    static Reply with(Reply reply, String header, String value) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put(header, value);
        return new Reply(reply.status(), reply.contentType(), headers, reply.body());
    }
}
