package tacit.surface.gateway.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.TaskLearning;
import tacit.api.store.Scope;

/**
 * What one listener is told. Whoever is slower than reports come is told the rest from the store, so that nobody is held up and
 * nothing is left out.
 */
final class LearningStream {

    /** Stands for no place to go on from. */
    static final long NOW = Long.MIN_VALUE;

    private static final int AT_ONCE = 200;

    private final LearningFeed feed;
    private final Scope scope;
    private final int heartbeat;

    /** Says that something is new; what it is, the store says. */
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);

    private volatile boolean closed;
    private long last;

    LearningStream(LearningFeed feed, Scope scope, long last, int heartbeat) {
        this.feed = feed;
        this.scope = scope;
        this.last = last;
        this.heartbeat = heartbeat;
    }

    void writeTo(OutputStream out) throws IOException {
        LearningFeed.Following following = feed.follow(scope, report -> bell.offer(true));
        try {
            begin(out);
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
            following.close();
        }
    }

    private void begin(OutputStream out) throws IOException {
        if (last == NOW) {
            last = feed.latest(scope, 1).stream()
                    .mapToLong(TaskLearning::sequence)
                    .findFirst()
                    .orElse(-1);
        }
        send(out, ": listening\n\n");
    }

    private void tell(OutputStream out) throws IOException {
        List<TaskLearning> news = feed.after(scope, last, AT_ONCE);
        while (!news.isEmpty() && !closed) {
            for (TaskLearning report : news) {
                String data = Json.text(FeedbackViews.report(report));
                send(out, "id: " + report.sequence() + "\nevent: learning_progress\ndata: " + data + "\n\n");
                last = report.sequence();
            }
            news = feed.after(scope, last, AT_ONCE);
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
