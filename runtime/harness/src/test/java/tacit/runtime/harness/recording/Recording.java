package tacit.runtime.harness.recording;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;

/** A recorder of every call, and short ways to call through it. */
final class Recording {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Subject SUBJECT = new Subject("failure-template", "a".repeat(64), 7);
    static final Method TEMPLATE = method(FailureTemplates.class, "template");

    final QueuedDecisions decisions = new QueuedDecisions();
    final TickingClock clock = new TickingClock();
    Recorder recorder = recorder(new RecordingRules(1, 10_000, 10));

    Recorder recorder(RecordingRules rules) {
        Recorder made = new Recorder(rules, clock, new JsonCalls(), () -> 42);
        made.decisions(decisions);
        return made;
    }

    Object call(FailureTemplates target, String message) throws Throwable {
        return recorder.call(SUBJECT, 1, target, TEMPLATE, arguments(message));
    }

    String ask(String name, FailureTemplates target, String message) {
        return inner(name, target, TEMPLATE, message, null);
    }

    String askRole(String role, FailureTemplates target, String message) {
        try {
            return (String)
                    recorder.call(new Subject(role, "b".repeat(64), 7), 2, target, TEMPLATE, arguments(message));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    String inner(String name, Object target, Method method, Object... arguments) {
        try {
            return (String) recorder.inner(name, target, method, arguments);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    static RuntimeException rethrown(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    static Object[] arguments(String message) {
        return new Object[] {message, null};
    }

    static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A service whose calls cannot be recorded. */
    public interface Barn {

        String open(Thread thread);
    }

    /** Goes on by a second each time it is looked at. */
    static final class TickingClock extends Clock {

        Instant next = NOON;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return Clock.fixed(next, zone);
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plus(Duration.ofSeconds(1));
            return now;
        }
    }
}
