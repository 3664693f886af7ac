package tacit.surface.proxy.route;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as its chunks come; one more is asked for when one is taken, so that a slow reader holds the upstream
 * and not the memory. Taken on one thread, filled on another.
 */
final class Chunks implements BodySubscriber<Chunks> {

    /** What came: bytes, or the end with its reason. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(byte @Nullable [] bytes, @Nullable Throwable failure) {}

    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();

    @Override
    public CompletionStage<Chunks> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        byte[] bytes = new byte[buffers.stream().mapToInt(ByteBuffer::remaining).sum()];
        int at = 0;
        for (ByteBuffer buffer : buffers) {
            int length = buffer.remaining();
            buffer.get(bytes, at, length);
            at += length;
        }
        parts.add(new Part(bytes, null));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part(null, failure));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(null, null));
    }

    /**
     * The next chunk; null at the end.
     *
     * @throws IOException when the upstream broke off, or sent nothing for so long
     */
    byte @Nullable [] next(Duration patience) throws IOException {
        Part part = poll(patience);
        while (part != null && part.bytes() != null && part.bytes().length == 0) {
            more();
            part = poll(patience);
        }
        if (part == null) {
            throw new Silence(patience);
        }
        if (part.bytes() != null) {
            more();
            return part.bytes();
        }
        // So that whoever asks again is told again
        parts.add(part);
        if (part.failure() != null) {
            throw new IOException("it broke off", part.failure());
        }
        return null;
    }

    private @Nullable Part poll(Duration patience) throws IOException {
        try {
            return parts.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void more() {
        // Whoever sent a part has subscribed
        subscribed.join().request(1);
    }

    /** Wants no more; the exchange with the upstream ends. */
    void cancel() {
        CompletableFuture<Void> unused = subscribed.thenAccept(Flow.Subscription::cancel);
    }

    /** Nothing came in time. */
    static final class Silence extends IOException {

        private static final long serialVersionUID = 1L;

        Silence(Duration patience) {
            super("nothing came within " + patience.toMillis() + " ms");
        }
    }
}
