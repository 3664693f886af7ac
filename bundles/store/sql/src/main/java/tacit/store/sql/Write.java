package tacit.store.sql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;
import tacit.api.store.StoreException;
import tacit.api.store.Work;

/**
 * One caller's change on its way through the writer. The caller only waits; everything else is confined to the writer's
 * thread.
 */
final class Write<T> {

    private final Work<T> work;
    private final boolean alone;
    private final CompletableFuture<@Nullable T> answer = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable Throwable failure;
    private int attempts;
    private boolean once;

    /**
     * @param alone whether nothing else may be in its transaction: schema changes commit by themselves in HSQLDB
     */
    Write(Work<T> work, boolean alone) {
        this.work = work;
        this.alone = alone;
    }

    /** One that is never tried again, with nothing else in its transaction. */
    static <T> Write<T> once(Work<T> work) {
        Write<T> write = new Write<>(work, true);
        write.once = true;
        return write;
    }

    boolean alone() {
        return alone;
    }

    /** Runs the work and remembers how it ended; answers whether it succeeded. */
    boolean run(Session session) {
        attempts++;
        failure = null;
        try {
            value = work.run(session);
            return true;
        } catch (Throwable e) { // the edge to the caller's code: it gets whatever this is
            failure = e;
            return false;
        }
    }

    /** Whether it failed because another host was in its way, and may be tried once more. */
    boolean mayRetry(int maxAttempts) {
        return !once && attempts < maxAttempts && Contention.caused(failure);
    }

    /** Lets the caller go on with what {@link #run} remembered; the group is durable. */
    void complete() {
        if (failure == null) {
            answer.complete(value);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    /** Lets the caller go on with the news that nothing was kept; an exception of its own goes first. */
    void refuse(StoreException reason) {
        answer.completeExceptionally(failure == null ? reason : failure);
    }

    /** Waits, without regard to interrupts: the change may be durable already. */
    T await() {
        try {
            return cast(answer.join());
        } catch (CompletionException e) {
            throw rethrown(e.getCause() == null ? e : e.getCause());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    private T cast(@Nullable T result) {
        return result;
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known
                ? known
                : new StoreException("Cannot finish the change", failure);
    }
}
