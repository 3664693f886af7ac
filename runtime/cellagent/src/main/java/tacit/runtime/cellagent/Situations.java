package tacit.runtime.cellagent;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Calls;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;

/** What the candidate sees of the world: the clock, the random numbers and the answers of the situation at hand. Thread-safe. */
final class Situations {

    private final Calls calls;
    private final Object lock = new Object();
    private final Map<List<String>, Deque<String>> answers = new HashMap<>();
    private volatile Instant now = Instant.EPOCH;
    private volatile RandomGenerator random = new SplittableRandom(0);
    private volatile @Nullable String notHeld;

    Situations(Calls calls) {
        this.calls = calls;
    }

    /** Makes this the situation at hand. */
    void begin(Situation situation) {
        synchronized (lock) {
            answers.clear();
            for (InnerCall call : situation.inner()) {
                answers.computeIfAbsent(List.of(call.target(), call.method(), call.inputs()), key -> new ArrayDeque<>())
                        .add(call.output());
            }
        }
        now = situation.clock();
        random = new SplittableRandom(situation.seed());
        notHeld = null;
    }

    /** What was asked and is not in the situation; null when all was. */
    @Nullable
    String notHeld() {
        return notHeld;
    }

    Clock clock() {
        return new SituationClock(ZoneOffset.UTC);
    }

    /** Each method is asked of the generator that the host uses: generators derive their numbers in their own ways. */
    RandomGenerator random() {
        return (RandomGenerator) Proxy.newProxyInstance(
                Situations.class.getClassLoader(),
                new Class<?>[] {RandomGenerator.class},
                (proxy, method, arguments) -> {
                    try {
                        synchronized (lock) {
                            return method.invoke(random, arguments);
                        }
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    /** Answers calls of an interface from the situation. */
    InvocationHandler answering(String target) {
        return (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                ? ofObject(target, proxy, method, arguments)
                : answer(target, method, arguments == null ? new Object[0] : arguments);
    }

    private @Nullable Object answer(String target, Method method, @Nullable Object[] arguments) throws Throwable {
        String name = calls.name(method);
        String output =
                take(List.of(target, name, calls.record(method, arguments).inputs()));
        if (output == null) {
            notHeld = target + "." + name;
            throw new IllegalStateException("Cannot answer '" + notHeld + "': the situation does not hold it");
        }
        if (Thrown.is(output)) {
            throw Thrown.rebuilt(output);
        }
        return calls.answer(method, output);
    }

    private @Nullable String take(List<String> key) {
        synchronized (lock) {
            Deque<String> left = answers.get(key);
            return left == null ? null : left.poll();
        }
    }

    private static @Nullable Object ofObject(
            String target, Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws InvocationTargetException {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> target;
        };
    }

    /** Shows what the clock of the situation showed. */
    private final class SituationClock extends Clock {

        private final ZoneId zone;

        private SituationClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new SituationClock(other);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
