package tacit.runtime.harness.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The random numbers that providers see: drawn from the seed of the recorded call, or from nowhere in particular. */
final class RecordedRandom implements InvocationHandler {

    private final Recorder recorder;

    private RecordedRandom(Recorder recorder) {
        this.recorder = recorder;
    }

    // A proxy, because a generator derives its numbers in its own way: each method must be asked of the one that is
    // meant.
    static RandomGenerator of(Recorder recorder) {
        return (RandomGenerator) Proxy.newProxyInstance(
                RecordedRandom.class.getClassLoader(),
                new Class<?>[] {RandomGenerator.class},
                new RecordedRandom(recorder));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        RecordedCall call = recorder.current();
        return Invocation.of(method, call == null ? ThreadLocalRandom.current() : call.random(), arguments);
    }
}
