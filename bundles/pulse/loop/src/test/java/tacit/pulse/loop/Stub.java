package tacit.pulse.loop;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** A service of which a test answers only what it needs: methods of an object with the same names and parameters. */
final class Stub {

    private Stub() {}

    static <T> T of(Class<T> type, Object answers) {
        InvocationHandler handler = (proxy, method, args) -> {
            Method own = Arrays.stream(answers.getClass().getDeclaredMethods())
                    .filter(one -> one.getName().equals(method.getName())
                            && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))
                    .findFirst()
                    .orElse(null);
            if (own == null) {
                if (method.isDefault()) {
                    return InvocationHandler.invokeDefault(proxy, method, args);
                }
                throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
            }
            own.setAccessible(true);
            try {
                return own.invoke(answers, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
