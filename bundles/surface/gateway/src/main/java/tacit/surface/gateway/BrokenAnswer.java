package tacit.surface.gateway;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Ends a connection whose answer broke off: were it ended in good order, the caller would take a part for the whole. */
final class BrokenAnswer {

    private BrokenAnswer() {}

    static void end(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
