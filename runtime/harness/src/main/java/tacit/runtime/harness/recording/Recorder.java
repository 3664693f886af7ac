package tacit.runtime.harness.recording;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Calls;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Recording;

/** Records one of so many calls. Thread-safe; a call that cannot be recorded is made all the same and counted as dropped. */
public final class Recorder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final int oneOf;
    private final Clock clock;
    private final Calls calls;
    private final LongSupplier seeds;
    private final DecisionWriter writer;
    // Not static: two recorders in one process must not see each other's calls.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable RecordedCall> current = new ThreadLocal<>();
    // Lets the many calls that are not recorded pass without a look at the thread's own state.
    private final AtomicInteger running = new AtomicInteger();

    public Recorder(RecordingRules rules, Clock clock, Calls calls, LongSupplier seeds) {
        this.oneOf = rules.oneOf();
        this.clock = clock;
        this.calls = calls;
        this.seeds = seeds;
        this.writer = new DecisionWriter(rules, calls);
        if (oneOf > 0) {
            writer.start();
        }
    }

    /** Where decisions go from now on; null for nowhere, and then nothing is recorded. */
    public void decisions(@Nullable DecisionLog log) {
        writer.decisions(log);
    }

    /** Calls that should have been recorded and were not. */
    public long dropped() {
        return writer.dropped();
    }

    /** Whether {@link #call} must make this call: because it is to be recorded, or belongs to one that perhaps is. */
    public boolean concerned(long ticket) {
        return running.get() != 0 || due(ticket);
    }

    /** Makes a call of a role, and records it if its turn has come, or as a part of the call that it is made in. */
    public @Nullable Object call(
            Subject subject, long ticket, Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (current() != null) {
            return inner(subject.role(), target, method, arguments);
        }
        if (!due(ticket)) {
            return Invocation.of(method, target, arguments);
        }
        Recording recording = writer.hasRoom() ? begin(method, arguments) : null;
        if (recording == null) {
            writer.drop();
            return Invocation.of(method, target, arguments);
        }
        return recorded(subject, target, method, arguments, recording);
    }

    private @Nullable Object recorded(
            Subject subject, Object target, Method method, @Nullable Object @Nullable [] arguments, Recording recording)
            throws Throwable {
        RecordedCall call = RecordedCall.begin(clock.instant(), seeds.getAsLong());
        long begin = System.nanoTime();
        Outcome outcome = during(call, target, method, recording);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Exchange exchange = exchange(method, recording, arguments, outcome);
        if (exchange == null || call.isSpoiled()) {
            writer.drop();
        } else {
            writer.offer(new FinishedCall(subject, exchange, call.clock(), call.seed(), took, call.inner()));
        }
        return outcome.get();
    }

    /** Makes a call of somebody else, and keeps it if it is made inside a recorded call. */
    public @Nullable Object inner(String name, Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        RecordedCall outer = current();
        if (outer != null && outer.isAlone()) {
            outer.spoil();
            throw new IllegalStateException("Cannot ask " + name + ": the question did not when it was recorded");
        }
        if (outer == null || !outer.keeps()) {
            return Invocation.of(method, target, arguments);
        }
        Recording recording = begin(method, arguments);
        if (recording == null) {
            outer.spoil();
            return Invocation.of(method, target, arguments);
        }
        Outcome outcome = within(outer, target, method, recording);
        Exchange exchange = exchange(method, recording, arguments, outcome);
        if (exchange == null) {
            outer.spoil();
        } else {
            outer.add(new InnerExchange(name, exchange));
        }
        return outcome.get();
    }

    /**
     * Lets all that is called meanwhile on this thread see one time and numbers from one seed; nothing of it is recorded.
     *
     * @param alone whether no service of the host can be asked meanwhile
     * @throws IllegalStateException when one was asked all the same, whatever came of that; it was not told
     */
    public <T> T still(Instant time, long seed, boolean alone, Callable<T> work) throws Exception {
        RecordedCall outer = current();
        RecordedCall still = RecordedCall.still(time, seed, alone);
        running.incrementAndGet();
        current.set(still);
        try {
            T answer = work.call();
            if (still.isSpoiled()) {
                throw new IllegalStateException(
                        "Cannot ask again: others were asked for what its record does not hold");
            }
            return answer;
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            running.decrementAndGet();
        }
    }

    /** The recorded call that the thread is in; null for none. */
    @Nullable
    RecordedCall current() {
        return running.get() == 0 ? null : current.get();
    }

    @Override
    public void close() {
        writer.close();
    }

    private boolean due(long ticket) {
        return oneOf != 0 && ticket % oneOf == 1 % oneOf && writer.isOpen();
    }

    private Outcome during(RecordedCall call, Object target, Method method, Recording recording) {
        running.incrementAndGet();
        current.set(call);
        try {
            return Outcome.of(method, target, recording.arguments());
        } finally {
            current.remove();
            running.decrementAndGet();
        }
    }

    private Outcome within(RecordedCall outer, Object target, Method method, Recording recording) {
        current.set(outer.within(seeds.getAsLong()));
        try {
            return Outcome.of(method, target, recording.arguments());
        } finally {
            current.set(outer);
        }
    }

    private @Nullable Recording begin(Method method, @Nullable Object @Nullable [] arguments) {
        try {
            return calls.record(method, arguments == null ? NO_ARGUMENTS : arguments);
        } catch (RuntimeException e) {
            log.debug("Cannot record method '{}': {}", method, e.getClass());
            return null;
        }
    }

    private @Nullable Exchange exchange(
            Method method, Recording recording, @Nullable Object @Nullable [] arguments, Outcome outcome) {
        try {
            return Exchange.of(method, recording, arguments, outcome);
        } catch (RuntimeException e) {
            log.debug("Cannot record method '{}': {}", method, e.getClass());
            return null;
        }
    }
}
