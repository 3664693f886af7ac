package tacit.runtime.harness.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Role;
import tacit.api.harness.Scheduled;
import tacit.runtime.harness.facade.Entry;

/**
 * A service of an active bundle. Immutable; lives as long as the bundle is active.
 *
 * @param entry the seat of the bundle
 * @param reference the service
 * @param service its object
 * @param types what it is published under: without what only its own bundle could use
 * @param key what its successor in another version has too
 */
record Offer(Entry entry, ServiceReference<?> reference, Object service, List<Class<?>> types, String key) {

    private static final Logger log = LoggerFactory.getLogger(Offer.class);

    Offer {
        types = List.copyOf(types);
    }

    /** Whether this is a service that can be published at all: not a role, which has its facade. */
    static boolean concerns(ServiceReference<?> reference) {
        return reference.getProperty(Role.PROPERTY) == null;
    }

    static long id(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    static Offer of(Entry entry, ServiceReference<?> reference, Object service, Set<String> refused) {
        List<Class<?>> types = types(reference, refused);
        String name = types.stream().map(Class::getName).sorted().collect(Collectors.joining(",")) + "|"
                + reference.getProperty("component.name");
        int ordinal = 0;
        while (entry.contributed().containsKey(name + "|" + ordinal)) {
            ordinal++;
        }
        return new Offer(entry, reference, service, types, name + "|" + ordinal);
    }

    /** The key under which it is published, among those of all roles. */
    String place() {
        return entry.seat().role() + "|" + key;
    }

    /** Whether a proxy can stand for it, so that calls are counted and the service outlives a swap. */
    boolean isProxied() {
        return types.stream().allMatch(Class::isInterface);
    }

    private static List<Class<?>> types(ServiceReference<?> reference, Set<String> refused) {
        Bundle bundle = reference.getBundle();
        BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        List<Class<?>> types = new ArrayList<>();
        if (wiring == null) {
            return types;
        }
        for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (refused.contains(name)) {
                log.warn("Cannot publish service '{}' of bundle '{}': only the host provides it", name, bundle);
            } else if (!name.equals(Scheduled.class.getName())) {
                add(wiring, name, types);
            }
        }
        return types;
    }

    private static void add(BundleWiring wiring, String name, List<Class<?>> types) {
        try {
            Class<?> type = wiring.getClassLoader().loadClass(name);
            // Nobody else could use an interface of the bundle's own; an object is found by its properties.
            if (!type.isInterface() || type.getClassLoader() != wiring.getClassLoader()) {
                types.add(type);
            }
        } catch (ClassNotFoundException e) {
            // Somebody else registered it in the bundle's name: the metatype service does so for each that has settings
            log.debug("Service '{}' of bundle '{}' is of no type that the bundle knows", name, wiring.getBundle());
        } catch (LinkageError e) {
            log.warn("Cannot publish service '{}' of bundle '{}'", name, wiring.getBundle(), e);
        }
    }
}
