package tacit.pulse.mind;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service of which only some methods can be called; its default methods are its own. */
final class FakeProxy {

    private final Map<String, Answer> answers = new HashMap<>();

    /** What a method answers. */
    interface Answer {

        @Nullable
        Object of(Object[] arguments);
    }

    FakeProxy on(String method, Answer answer) {
        answers.put(method, answer);
        return this;
    }

    <T> T as(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Answer answer = answers.get(method.getName());
                    if (answer != null) {
                        return answer.of(arguments == null ? new Object[0] : arguments);
                    }
                    return otherwise(self, method, arguments);
                }));
    }

    private static @Nullable Object otherwise(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        throw new UnsupportedOperationException(method.toString());
    }
}
