package tacit.pulse.loop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import tacit.api.store.Database;
import tacit.api.store.Work;

/** Stops the host before or after its n-th effect, as a kill does: what catches exceptions does not catch it. */
final class Fuse {

    static final class Blown extends Error {

        private static final long serialVersionUID = 1L;

        Blown(String where) {
            super(where);
        }
    }

    private int left = Integer.MAX_VALUE;
    int burnt;
    private boolean never;

    /** One that never blows, over the database as it is: what is one change stays one. */
    static Fuse never() {
        Fuse fuse = new Fuse();
        fuse.never = true;
        return fuse;
    }

    /** It blows at the n-th moment from now: before and after each effect is a moment. */
    void arm(int moments) {
        left = moments;
        burnt = 0;
    }

    void disarm() {
        left = Integer.MAX_VALUE;
    }

    void burn(String where) {
        burnt++;
        if (left != Integer.MAX_VALUE && --left < 0) {
            throw new Blown(where);
        }
    }

    /** The same service, which burns at each call of these methods. */
    <T> T around(Class<T> type, T service, Set<String> effects) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            boolean effect = effects.contains(method.getName());
            if (effect) {
                burn("before " + type.getSimpleName() + "." + method.getName());
            }
            try {
                Object answer = method.invoke(service, args);
                if (effect) {
                    burn("after " + type.getSimpleName() + "." + method.getName());
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    Database around(Database database) {
        if (never) {
            return database;
        }
        return new Database() {
            @Override
            public <T> T read(Work<T> work) {
                return database.read(work);
            }

            @Override
            public <T> T write(Work<T> work) {
                burn("before a write");
                T answer = database.write(work);
                burn("after a write");
                return answer;
            }

            @Override
            public void migrate(String owner, Class<?> anchor) {
                database.migrate(owner, anchor);
            }

            @Override
            public void migrate(String owner, List<String> scripts) {
                database.migrate(owner, scripts);
            }

            @Override
            public void compact() {
                database.compact();
            }

            @Override
            public String description() {
                return database.description();
            }
        };
    }
}
