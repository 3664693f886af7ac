package tacit.surface.mission;

import java.lang.reflect.Proxy;
import java.util.function.BiFunction;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Services that answer what a test says, by the name of the method. */
public final class Fake {

    private Fake() {}

    public static <S> S of(Class<S> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            Object answer = answers.apply(method.getName(), given == null ? new Object[0] : given);
            if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answer;
        }));
    }

    /** As the component runtime hands out what is got later. */
    public static <S> ComponentServiceObjects<S> later(S service) {
        return new ComponentServiceObjects<>() {
            @Override
            public S getService() {
                return service;
            }

            @Override
            public void ungetService(S given) {
                // Nothing is counted
            }

            @Override
            public ServiceReference<S> getServiceReference() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
