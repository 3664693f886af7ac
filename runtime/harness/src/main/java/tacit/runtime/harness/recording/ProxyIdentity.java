package tacit.runtime.harness.recording;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The methods that every object has, which a proxy answers itself. */
public final class ProxyIdentity {

    private ProxyIdentity() {}

    /** Answers equals, hashCode and toString for a proxy: it equals itself only, and its handler describes it. */
    @SuppressWarnings("ReferenceEquality")
    public static Object answer(Object proxy, Method method, @Nullable Object @Nullable [] arguments, Object handler) {
        if (arguments != null) {
            return proxy == arguments[0];
        }
        return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : handler.toString();
    }
}
