package tacit.surface.mission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tacit.api.event.Event;
import tacit.api.event.Events;
import tacit.api.store.Scope;

/** Tells one page that it should read itself again; several events at once are told once. Thread-safe. */
final class NewsStream {

    private static final String CLOSED = "";

    private final BlockingQueue<String> news = new ArrayBlockingQueue<>(1);
    private final Events events;
    private final Scope scope;
    private final Set<String> kinds;
    private final BooleanSupplier goesOn;
    private final int heartbeat;
    private volatile boolean closed;

    /**
     * @param kinds of events that concern the page
     * @param goesOn whether the session does
     * @param heartbeat seconds between signs of life
     */
    NewsStream(Events events, Scope scope, Set<String> kinds, BooleanSupplier goesOn, int heartbeat) {
        this.events = events;
        this.scope = scope;
        this.kinds = Set.copyOf(kinds);
        this.goesOn = goesOn;
        this.heartbeat = heartbeat;
    }

    void writeTo(OutputStream out) throws IOException {
        Events.Following following = events.follow(scope, this::heard);
        try {
            write(out, "event: live\ndata: live\n\n");
            while (!closed && goesOn.getAsBoolean()) {
                String kind = news.poll(heartbeat, TimeUnit.SECONDS);
                if (kind == null) {
                    write(out, ": still here\n\n");
                } else if (!kind.equals(CLOSED)) {
                    write(out, "event: news\ndata: " + kind + "\n\n");
                }
            }
            write(out, "event: over\ndata: over\n\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            following.close();
        }
    }

    /** Ends it. */
    void close() {
        closed = true;
        news.offer(CLOSED);
    }

    // What does not fit is told already: the page reads everything again
    private void heard(Event event) {
        if (kinds.contains(event.kind())) {
            news.offer(event.kind());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
