package tacit.surface.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;

/**
 * The port that a call came in by. Immutable.
 *
 * @param listeners whose resources answer there, those of the first before those of the next
 * @param outside whether it is reached from beyond this machine
 */
record Entrance(List<String> listeners, boolean outside) {

    private static final Entrance API = new Entrance(List.of(HttpResource.API), false);
    private static final Entrance OTLP = new Entrance(List.of(HttpResource.OTLP), false);
    private static final Entrance OUTSIDE = new Entrance(List.of(HttpResource.API, HttpResource.OTLP), true);

    /** @throws HttpProblem with 403 when the call is meant for another host, or comes from a page of one */
    static Entrance of(HttpServletRequest request, Gateway gateway, @Nullable Outside outside) {
        String host = request.getHeader("Host");
        String origin = request.getHeader("Origin");
        if (outside != null && request.getLocalPort() == outside.port()) {
            refuse(!outside.names(host), "The Host header must be a name of this host's certificate");
            refuse(!outside.origin(origin), "Pages of other origins may not call this host");
            return OUTSIDE;
        }
        refuse(!LocalNames.host(host), "The Host header must name this machine: localhost, 127.0.0.1 or [::1]");
        refuse(!LocalNames.origin(origin), "Pages of other origins may not call this host");
        return request.getLocalPort() == gateway.otlpPort() ? OTLP : API;
    }

    private static void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw new HttpProblem(403, reason);
        }
    }
}
