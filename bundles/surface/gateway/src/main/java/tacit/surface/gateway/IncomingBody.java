package tacit.surface.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;

/** The body of one call on its way. For one thread. */
final class IncomingBody {

    /** More than that is not worth an answer. */
    private static final long MOST_BYTES = 16L << 20;

    private static final long PATIENCE_NANOS = 2_000_000_000;

    private static final long PAUSE_MILLIS = 2;

    private final HttpServletRequest request;

    private boolean opened;

    IncomingBody(HttpServletRequest request) {
        this.request = request;
    }

    /** In bytes; negative when not told. */
    long length() {
        return request.getContentLengthLong();
    }

    /** From now on its caller sends it, also when it asked first. */
    InputStream open() throws IOException {
        opened = true;
        return request.getInputStream();
    }

    /**
     * Takes in and throws away what nobody read of it, for some 2 s at most, before a refusal goes out. Were the
     * connection closed while its caller still sends, the caller would see it break and not why it was refused.
     */
    void drop() {
        boolean none = length() <= 0 && request.getHeader("Transfer-Encoding") == null;
        boolean waits = !opened && request.getHeader("Expect") != null;
        if (none || waits) {
            return;
        }
        try {
            drop(ServletContextRequest.getServletContextRequest(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drop(Content.Source body) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long taken = 0;
        while (taken <= MOST_BYTES) {
            Content.Chunk part = body.read();
            if (part != null) {
                taken += part.remaining();
                part.release();
                if (part.isLast() || Content.Chunk.isFailure(part)) {
                    return;
                }
            } else if (System.nanoTime() - end < 0) {
                Thread.sleep(PAUSE_MILLIS);
            } else {
                return;
            }
        }
    }
}
