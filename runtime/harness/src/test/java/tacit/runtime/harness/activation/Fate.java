package tacit.runtime.harness.activation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Counts what is done to the disk, and ends the host at one of these moments. */
final class Fate {

    /** Ends the host. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final boolean after;
    private int left = Integer.MAX_VALUE;

    /** @param after whether the deed at the moment is still done */
    Fate(boolean after) {
        this.after = after;
    }

    /** Sets the moment, counted from now. */
    void at(int moment) {
        left = moment;
    }

    /** Lets everything go well from now on. */
    void spare() {
        left = Integer.MAX_VALUE;
    }

    <T> T over(Class<T> type, T real) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    left--;
                    if (left == 0 && !after) {
                        throw new Killed();
                    }
                    Object result = done(() -> method.invoke(real, arguments));
                    if (left == 0) {
                        throw new Killed();
                    }
                    return result;
                });
        return type.cast(proxy);
    }

    /** A call by reflection. */
    private interface Deed {
        Object done() throws IllegalAccessException, InvocationTargetException;
    }

    private static Object done(Deed deed) throws Throwable {
        try {
            return deed.done();
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Whether a change ended the host. */
    static boolean ends(Runnable change) {
        try {
            change.run();
            return false;
        } catch (Killed e) {
            return true;
        }
    }
}
