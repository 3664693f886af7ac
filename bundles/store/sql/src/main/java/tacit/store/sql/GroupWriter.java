package tacit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;
import tacit.api.store.StoreException;
import tacit.api.store.Work;

/**
 * The only thread that changes the database: what queued up while it was committing goes into its next transaction, so
 * that many callers wait for one write to the disk. Thread-safe.
 */
final class GroupWriter implements AutoCloseable {

    /** A group ends at either bound, so that its first caller does not wait for ever. */
    private static final int MAX_GROUP = 256;

    private static final Duration MAX_GATHERING = Duration.ofMillis(40);
    private static final int MAX_ATTEMPTS = 5;

    private final DataSource source;
    private final Dialect dialect;
    private final Object gate = new Object();
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final Write<Boolean> stop = new Write<>(session -> true, true);
    private final Deque<Write<?>> again = new ArrayDeque<>();
    private final Thread thread = new Thread(this::runUntilStopped, "tacit-store-writer");
    private boolean closed;
    private @Nullable Unit unit;

    GroupWriter(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
        thread.start();
    }

    <T> T write(Work<T> work) {
        Unit open = unit();
        return open == null ? submit(new Write<>(work, false)) : open.write(work);
    }

    /** Runs changes that are kept as one, never again when another host was in their way. */
    <T> T together(Supplier<T> calls) {
        return unit() == null ? submit(Write.once(session -> unit((JdbcSession) session, calls))) : calls.get();
    }

    private <T> T unit(JdbcSession session, Supplier<T> calls) {
        unit = new Unit(session);
        try {
            return calls.get();
        } finally {
            unit = null;
        }
    }

    /** What is open on this thread; null for nothing, and while a work runs, which must not call again. */
    @Nullable
    Unit unit() {
        return Thread.currentThread() == thread && unit != null && !unit.isWorking() ? unit : null;
    }

    /** Runs a change that shares its transaction with no other. */
    <T> T writeAlone(Work<T> work) {
        return submit(new Write<>(work, true));
    }

    private <T> T submit(Write<T> write) {
        refuseOnOwnThread();
        synchronized (gate) {
            if (closed) {
                throw new StoreException("Cannot write: the database is closed");
            }
            queue.add(write);
        }
        return write.await();
    }

    void refuseOnOwnThread() {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("Work must not call the database again");
        }
    }

    /** Finishes what is queued, then ends the thread. */
    @Override
    public void close() {
        synchronized (gate) {
            if (!closed) {
                closed = true;
                queue.add(stop);
            }
        }
        stop.await();
    }

    private void runUntilStopped() {
        Write<?> next = take();
        while (next != stop) {
            runGroup(next);
            next = take();
        }
        stop.complete();
    }

    private Write<?> take() {
        Write<?> next = again.poll();
        while (next == null) {
            next = pollQueue();
        }
        return next;
    }

    private @Nullable Write<?> pollQueue() {
        try {
            return queue.take();
        } catch (InterruptedException callersMayBeWaiting) {
            // Only close() ends this thread
            return null;
        }
    }

    private void runGroup(Write<?> first) {
        List<Write<?>> group = new ArrayList<>();
        group.add(first);
        try (Connection connection = source.getConnection()) {
            gather(group, connection, new JdbcSession(connection, dialect));
            connection.commit();
        } catch (Throwable e) { // the edge of the thread: callers must not wait for ever
            StoreException reason = new StoreException("Cannot commit: " + e.getMessage(), e);
            group.forEach(write -> write.refuse(reason));
            return;
        }
        group.forEach(Write::complete);
    }

    private void gather(List<Write<?>> group, Connection connection, Session session) throws SQLException {
        long end = System.nanoTime() + MAX_GATHERING.toNanos();
        Write<?> next = group.get(0);
        boolean open = run(next, group, connection, session);
        while (open && !next.alone() && group.size() < MAX_GROUP && System.nanoTime() < end) {
            next = pollCompanion();
            if (next == null) {
                return;
            }
            group.add(next);
            open = run(next, group, connection, session);
        }
    }

    private @Nullable Write<?> pollCompanion() {
        Write<?> head = again.isEmpty() ? queue.peek() : again.peek();
        if (head == null || head.alone()) {
            return null;
        }
        return again.isEmpty() ? queue.poll() : again.poll();
    }

    /** Runs one change of a group; answers whether the group may go on. */
    private boolean run(Write<?> write, List<Write<?>> group, Connection connection, Session session)
            throws SQLException {
        Savepoint before = group.size() == 1 ? null : connection.setSavepoint();
        if (write.run(session)) {
            if (before != null) {
                connection.releaseSavepoint(before);
            }
            return true;
        }
        if (before == null) {
            connection.rollback();
        } else {
            connection.rollback(before);
        }
        if (write.mayRetry(MAX_ATTEMPTS)) {
            // Locks of this group may be what it waited for: they go with the commit
            group.remove(group.size() - 1);
            again.add(write);
            return false;
        }
        return true;
    }
}
