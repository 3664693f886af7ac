package tacit.runtime.harness.contribution;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.runtime.harness.facade.Entry;
import tacit.runtime.harness.facade.Facades;
import tacit.runtime.harness.recording.Invocation;
import tacit.runtime.harness.recording.ProxyIdentity;

/** Stands for what the active bundle of a role contributes, in whichever version. Thread-safe. */
final class ContributedFacade implements InvocationHandler {

    private final Facades facades;
    private final String role;
    private final String key;

    private ContributedFacade(Facades facades, String role, String key) {
        this.facades = facades;
        this.role = role;
        this.key = key;
    }

    static Object of(Facades facades, Offer offer) {
        List<Class<?>> types = offer.types();
        String role = offer.entry().seat().role();
        return Proxy.newProxyInstance(
                InterfaceLoader.of(types),
                types.toArray(Class<?>[]::new),
                new ContributedFacade(facades, role, offer.key()));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ProxyIdentity.answer(proxy, method, arguments, this);
        }
        while (true) {
            Entry entry = facades.table().entry(role);
            if (entry == null) {
                throw withdrawn();
            }
            if (entry.enter()) {
                try {
                    return Invocation.of(method, service(entry), arguments);
                } finally {
                    entry.leave();
                }
            }
        }
    }

    private Object service(Entry entry) {
        Object service = entry.contributed().get(key);
        if (service == null) {
            throw withdrawn();
        }
        return service;
    }

    private IllegalStateException withdrawn() {
        return new IllegalStateException(
                "Cannot use a service of role '" + role + "': its bundle does not offer it now");
    }

    @Override
    public String toString() {
        return "Service of the bundle of role '" + role + "' (" + key + ")";
    }
}
