package tacit.evidence.decisions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Calls;
import tacit.api.harness.Recording;

/** What a recording kept of one call. */
record RecordedCall(String inputs, String output) {

    /** Calls a provider with the arguments of a question, as a facade does, and keeps what went by. */
    static RecordedCall of(Calls calls, Object provider, Class<?> type, String method, String inputs) {
        AtomicReference<@Nullable RecordedCall> kept = new AtomicReference<>();
        Object facade = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
            Recording recording = calls.record(called, given == null ? new Object[0] : given);
            try {
                Object result = called.invoke(provider, recording.arguments());
                kept.set(new RecordedCall(recording.inputs(), recording.output(result)));
                return result;
            } catch (InvocationTargetException e) {
                kept.set(new RecordedCall(recording.inputs(), recording.thrown(e.getTargetException())));
                throw e.getTargetException();
            }
        });
        calls.ask(facade, type, method, inputs);
        RecordedCall call = kept.get();
        if (call == null) {
            throw new IllegalStateException("Was not called: " + method);
        }
        return call;
    }
}
