package tacit.runtime.harness.recording;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended. Immutable.
 *
 * @param result what it answered; null also when it threw
 * @param failure what it threw; null when it answered
 */
record Outcome(@Nullable Object result, @Nullable Throwable failure) {

    static Outcome of(Method method, Object target, @Nullable Object @Nullable [] arguments) {
        try {
            return new Outcome(Invocation.of(method, target, arguments), null);
        } catch (Throwable e) {
            return new Outcome(null, e);
        }
    }

    /** Ends the caller's call in the same way. */
    @Nullable
    Object get() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
