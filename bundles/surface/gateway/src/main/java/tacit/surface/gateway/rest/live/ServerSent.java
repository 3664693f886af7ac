package tacit.surface.gateway.rest.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What one listener is told. Whoever is slower than news come is told the rest from the source, so that nobody is held up and
 * nothing is left out that the source still has.
 */
final class ServerSent {

    private final NewsSource source;
    private final int heartbeat;

    /** Says that something is new; what it is, the source says. */
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);

    private volatile boolean closed;

    /** @param heartbeat seconds of silence after which a comment is sent */
    ServerSent(NewsSource source, int heartbeat) {
        this.source = source;
        this.heartbeat = heartbeat;
    }

    void writeTo(OutputStream out) throws IOException {
        NewsSource.Ringing ringing = source.follow(() -> bell.offer(true));
        try {
            send(out, ": listening\n\n");
            while (!closed) {
                tell(out);
                Optional<Boolean> rung = Optional.ofNullable(bell.poll(heartbeat, TimeUnit.SECONDS));
                if (rung.isEmpty() && !closed) {
                    send(out, ": still here\n\n");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ringing.close();
        }
    }

    private void tell(OutputStream out) throws IOException {
        List<NewsSource.Item> news = source.next();
        while (!news.isEmpty() && !closed) {
            for (NewsSource.Item item : news) {
                send(out, item.text());
            }
            news = source.next();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends it soon, whoever is listening. */
    void close() {
        closed = true;
        bell.offer(true);
    }
}
