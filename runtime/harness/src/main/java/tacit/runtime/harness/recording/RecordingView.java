package tacit.runtime.harness.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A service of the host as providers see it: what it answers inside a recorded call is kept. Thread-safe. */
final class RecordingView implements InvocationHandler {

    private final Recorder recorder;
    private final Class<?> type;
    private final Object original;

    RecordingView(Recorder recorder, Class<?> type, Object original) {
        this.recorder = recorder;
        this.type = type;
        this.original = original;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ProxyIdentity.answer(proxy, method, arguments, this);
        }
        return recorder.inner(type.getName(), original, method, arguments);
    }

    @Override
    public String toString() {
        return "Recording view of " + type.getName();
    }
}
