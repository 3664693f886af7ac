package tacit.runtime.harness.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Role;
import tacit.runtime.harness.Slots;

/**
 * A declared role. Immutable.
 *
 * @param name such as {@code failure-template}; of a family where many is set
 * @param type the interface, as its declaring bundle loads it
 * @param many whether several providers stand side by side, each as {@code name/own-name}
 * @param declaredBy the bundle whose manifest has the capability
 */
public record DeclaredRole(String name, Class<?> type, boolean many, Bundle declaredBy) {

    private static final Logger log = LoggerFactory.getLogger(DeclaredRole.class);

    public DeclaredRole {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(declaredBy, "declaredBy");
        if (!type.isInterface()) {
            throw new IllegalArgumentException("type must be an interface, got '" + type.getName() + "'");
        }
    }

    /** The roles of all resolved bundles outside the slots, in the order of the bundles; an unusable one is logged and left out. */
    public static List<DeclaredRole> of(BundleContext context) {
        List<DeclaredRole> roles = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring == null || Slots.holds(bundle)) {
                continue;
            }
            for (BundleCapability capability : wiring.getCapabilities(Role.NAMESPACE)) {
                add(bundle, wiring, capability, roles);
            }
        }
        return List.copyOf(roles);
    }

    /** The part before the slash: {@code trace-source} of {@code trace-source/hen-house}. */
    public static String family(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? role : role.substring(0, slash);
    }

    private static void add(Bundle bundle, BundleWiring wiring, BundleCapability capability, List<DeclaredRole> roles) {
        String name = String.valueOf(capability.getAttributes().get("role"));
        String type = String.valueOf(capability.getAttributes().get("type"));
        boolean many =
                Boolean.parseBoolean(String.valueOf(capability.getAttributes().get("many")));
        try {
            roles.add(new DeclaredRole(name, wiring.getClassLoader().loadClass(type), many, bundle));
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            log.warn("Cannot use role '{}' of bundle '{}'", name, bundle.getSymbolicName(), e);
        }
    }
}
