package tacit.runtime.harness.recording;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleReference;
import tacit.api.harness.Recording;
import tacit.runtime.harness.Slots;

/**
 * One question and its answer. Turned into text where it is written, except for what would keep a plugin in memory until
 * then: an exception, or an object of one of its classes, is text at once. Confined like its {@link Recording}.
 */
final class Exchange {

    private final Method method;
    private final @Nullable Recording recording;
    private final @Nullable Object result;
    private final @Nullable String inputs;
    private final @Nullable String output;

    private Exchange(
            Method method,
            @Nullable Recording recording,
            @Nullable Object result,
            @Nullable String inputs,
            @Nullable String output) {
        this.method = method;
        this.recording = recording;
        this.result = result;
        this.inputs = inputs;
        this.output = output;
    }

    /** Takes what a call came to; its arguments as the caller gave them. */
    static Exchange of(Method method, Recording recording, @Nullable Object @Nullable [] arguments, Outcome outcome) {
        Throwable failure = outcome.failure();
        String thrown = failure == null ? null : recording.thrown(failure);
        if (anyOfPlugin(arguments) || ofPlugin(outcome.result())) {
            String output = thrown == null ? recording.output(outcome.result()) : thrown;
            return new Exchange(method, null, null, recording.inputs(), output);
        }
        return new Exchange(method, recording, outcome.result(), null, thrown);
    }

    Method method() {
        return method;
    }

    String inputs() {
        return recording == null ? String.valueOf(inputs) : recording.inputs();
    }

    String output() {
        return recording == null || output != null ? String.valueOf(output) : recording.output(result);
    }

    private static boolean anyOfPlugin(@Nullable Object @Nullable [] values) {
        if (values != null) {
            for (Object value : values) {
                if (ofPlugin(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean ofPlugin(@Nullable Object value) {
        return value != null
                && value.getClass().getClassLoader() instanceof BundleReference owner
                && Slots.holds(owner.getBundle());
    }
}
