package tacit.runtime.harness.facade;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import tacit.runtime.harness.recording.Invocation;
import tacit.runtime.harness.recording.Recorder;
import tacit.runtime.harness.recording.Subject;

/** Passes one call to a provider, and looks at some of them more closely. Thread-safe. */
final class Caller {

    private static final long NEVER = -1;

    private final Recorder recorder;
    private final long mask;
    private final long timed;

    Caller(Recorder recorder, int timingsOneOf) {
        this.recorder = recorder;
        this.mask = timingsOneOf <= 1 ? 0 : 2L * Integer.highestOneBit(timingsOneOf - 1) - 1;
        this.timed = timingsOneOf == 0 ? NEVER : 1 & mask;
    }

    /** Calls under a lease that the facade holds; the ticket of the lease says which calls are looked at. */
    @Nullable
    Object call(
            Table table,
            Entry entry,
            Object service,
            long ticket,
            Method method,
            @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean isTimed = (ticket & mask) == timed;
        long begin = isTimed ? System.nanoTime() : 0;
        try {
            return recorder.concerned(ticket)
                    ? recorder.call(subject(table, entry), ticket, service, method, arguments)
                    : Invocation.of(method, service, arguments);
        } catch (Throwable failure) {
            entry.gauge().failed();
            throw failure;
        } finally {
            if (isTimed) {
                entry.gauge().took(System.nanoTime() - begin);
            }
        }
    }

    /** Calls for a trial: no decision of its own, as no generation made it, but a part of the recorded call that it is made in. */
    @Nullable
    Object aside(Entry entry, Object service, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return recorder.inner(entry.seat().role(), service, method, arguments);
        } catch (Throwable failure) {
            entry.gauge().failed();
            throw failure;
        }
    }

    private static Subject subject(Table table, Entry entry) {
        Seat seat = entry.seat();
        return new Subject(seat.role(), seat.artifact().sha256(), table.generation());
    }
}
