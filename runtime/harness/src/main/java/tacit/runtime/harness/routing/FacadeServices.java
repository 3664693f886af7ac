package tacit.runtime.harness.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import tacit.api.harness.Role;
import tacit.runtime.harness.facade.Facades;

/** The facades as services. Changed by one thread at a time; read by any. */
final class FacadeServices {

    private final BundleContext context;
    private final Facades facades;
    private final Map<String, Object> objects = new ConcurrentHashMap<>();
    private final Map<String, ServiceRegistration<?>> registered = new HashMap<>();
    private final Set<String> declared = ConcurrentHashMap.newKeySet();

    FacadeServices(BundleContext context, Facades facades) {
        this.context = context;
        this.facades = facades;
    }

    /** Registers the facade of a role that stands alone; it stays. */
    void declare(DeclaredRole role) {
        declared.add(role.name());
        register(role.name(), role.type());
    }

    /** Makes the facades of these providers, and registers those of families. */
    void come(Collection<Provider> providers) {
        for (Provider provider : providers) {
            DeclaredRole role = provider.declared();
            if (role != null && role.many()) {
                register(provider.role(), role.type());
            } else if (role != null) {
                object(provider.role(), role.type());
            }
        }
    }

    /** Withdraws the facades of all roles that are not among these, but for the declared ones. */
    void keepOnly(Set<String> roles) {
        for (String role : Set.copyOf(objects.keySet())) {
            if (!roles.contains(role) && !declared.contains(role)) {
                objects.remove(role);
                ServiceRegistration<?> registration = registered.remove(role);
                if (registration != null) {
                    registration.unregister();
                }
            }
        }
    }

    @Nullable
    Object facade(String role) {
        return objects.get(role);
    }

    Set<String> declared() {
        return declared;
    }

    void close() {
        registered.values().forEach(ServiceRegistration::unregister);
        registered.clear();
    }

    private void register(String role, Class<?> type) {
        Object facade = object(role, type);
        registered.computeIfAbsent(
                role,
                name -> context.registerService(
                        type.getName(), facade, FrameworkUtil.asDictionary(Map.of(Role.FACADE, role))));
    }

    private Object object(String role, Class<?> type) {
        return objects.computeIfAbsent(role, name -> facades.facade(name, type));
    }
}
