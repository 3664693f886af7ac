package tacit.runtime.harness.facade;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import tacit.runtime.harness.recording.ProxyIdentity;

/** Answers the calls of one role by whoever fills it at the moment. Thread-safe. */
final class Facade implements InvocationHandler {

    private final Facades facades;
    private final Caller caller;
    private final String role;
    private final Class<?> type;

    Facade(Facades facades, Caller caller, String role, Class<?> type) {
        this.facades = facades;
        this.caller = caller;
        this.role = role;
        this.type = type;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ProxyIdentity.answer(proxy, method, arguments, this);
        }
        facades.giveWay();
        int stripe = Lease.stripe();
        while (true) {
            Table table = facades.table();
            Entry laid = facades.overlays().entry(role);
            Entry entry = laid == null ? table.entry(role) : laid;
            Object service = entry == null ? null : entry.seat().service();
            if (entry == null || service == null) {
                throw new IllegalStateException("Role '" + role + "' has no provider");
            }
            long ticket = entry.enter(stripe);
            if (ticket != Lease.RETIRED) {
                try {
                    return laid == null
                            ? caller.call(table, entry, service, ticket, method, arguments)
                            : caller.aside(entry, service, method, arguments);
                } finally {
                    entry.leave(stripe);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Facade of role '" + role + "' (" + type.getName() + ")";
    }
}
