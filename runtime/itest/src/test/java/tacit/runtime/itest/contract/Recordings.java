package tacit.runtime.itest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.harness.recording.Recorder;
import tacit.runtime.harness.recording.RecordingRules;
import tacit.runtime.harness.recording.Subject;

/** The host's recorder before one role: every call becomes a decision. Confined to one thread. */
final class Recordings implements AutoCloseable {

    private static final int LONGEST = 100_000_000;

    private final Offered offered = new Offered();
    private final List<Decision> decisions = new ArrayList<>();
    private final StandingClock clock;
    private final Recorder recorder;
    private final String role;

    Recordings(String role, Clock clock) {
        this.role = role;
        this.clock = new StandingClock(clock);
        recorder = new Recorder(new RecordingRules(1, LONGEST, 10), this.clock, new JsonCalls(), () -> 7);
        recorder.decisions(offered);
    }

    /** What was decided so far, in order. */
    List<Decision> decisions() {
        return decisions;
    }

    /** A service of the host as a provider sees it. */
    Object view(Class<?> type, Object original) {
        if (type == Clock.class) {
            return clock;
        }
        return proxy(type, (method, arguments) -> recorder.inner(type.getName(), original, method, arguments));
    }

    /** The role as its callers see it. */
    Object facade(Class<?> type, Object provider) {
        return proxy(type, (method, arguments) -> {
            clock.goOn();
            try {
                return recorder.call(new Subject(role, "ab".repeat(32), 1), 0, provider, method, arguments);
            } finally {
                keep(method);
            }
        });
    }

    private void keep(Method method) throws InterruptedException {
        assertThat(recorder.dropped()).as("%s was not recorded", method).isZero();
        Decision decision = offered.queue.poll(1, TimeUnit.MINUTES);
        assertThat(decision).as("%s was not recorded", method).isNotNull();
        decisions.add(decision);
    }

    private static Object proxy(Class<?> type, Answering answering) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answering.answer(method, arguments);
        });
    }

    @Override
    public void close() {
        recorder.close();
    }

    private interface Answering {

        @Nullable
        Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    /** Stands still during a call, as the clock that providers see. */
    private static final class StandingClock extends Clock {

        private final Clock clock;
        private Instant now;

        StandingClock(Clock clock) {
            this.clock = clock;
            now = clock.instant();
        }

        void goOn() {
            now = clock.instant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Offered implements DecisionLog {

        private final BlockingQueue<Decision> queue = new LinkedBlockingQueue<>();

        @Override
        public boolean offer(Decision decision) {
            return queue.add(decision);
        }

        @Override
        public Page<Decision> list(String ofRole, PageRequest page) {
            throw new UnsupportedOperationException("Nobody looks here");
        }

        @Override
        public Optional<Decision> find(String id) {
            throw new UnsupportedOperationException("Nobody looks here");
        }

        @Override
        public long dropped() {
            return 0;
        }
    }
}
