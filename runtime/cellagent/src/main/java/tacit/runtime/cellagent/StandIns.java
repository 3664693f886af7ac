package tacit.runtime.cellagent;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import tacit.api.harness.Recorded;
import tacit.api.harness.Role;

/** Publishes what a candidate may ask, all of it answered from the situation at hand. */
final class StandIns {

    private final BundleContext context;
    private final Situations situations;

    StandIns(BundleContext context, Situations situations) {
        this.context = context;
        this.situations = situations;
    }

    /**
     * Publishes the clock, the random numbers, every recorded service, and the facades of all roles but the asked.
     *
     * @param asked roles that the candidate fills
     * @param targets whom the situations saw asked: names the facades of roles with several providers
     */
    void publish(List<String> asked, List<String> targets) throws Refusal {
        Map<String, Object> view = Map.of(Recorded.VIEW, true);
        context.registerService(Clock.class, situations.clock(), FrameworkUtil.asDictionary(view));
        context.registerService(RandomGenerator.class, situations.random(), FrameworkUtil.asDictionary(view));
        for (BundleCapability recorded : capabilities(Recorded.NAMESPACE)) {
            publish(recorded, type(recorded).getName(), view);
        }
        for (BundleCapability role : capabilities(Role.NAMESPACE)) {
            for (String name : facades(role, targets)) {
                if (!asked.contains(family(name))) {
                    publish(role, name, Map.of(Role.FACADE, name));
                }
            }
        }
    }

    /** The interface of a role, by its name or that of its family; empty when no bundle declares one. */
    Optional<Class<?>> type(String role) throws Refusal {
        for (BundleCapability declared : capabilities(Role.NAMESPACE)) {
            if (family(role).equals(declared.getAttributes().get("role"))) {
                return Optional.of(type(declared));
            }
        }
        return Optional.empty();
    }

    static String family(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? role : role.substring(0, slash);
    }

    private static List<String> facades(BundleCapability role, List<String> targets) {
        String name = String.valueOf(role.getAttributes().get("role"));
        boolean many = Boolean.parseBoolean(String.valueOf(role.getAttributes().get("many")));
        return many
                ? targets.stream()
                        .filter(target -> target.startsWith(name + "/"))
                        .toList()
                : List.of(name);
    }

    private void publish(BundleCapability declared, String target, Map<String, Object> properties) throws Refusal {
        Class<?> type = type(declared);
        Object standIn =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, situations.answering(target));
        context.registerService(type.getName(), standIn, FrameworkUtil.asDictionary(new HashMap<>(properties)));
    }

    private static Class<?> type(BundleCapability declared) throws Refusal {
        String name = String.valueOf(declared.getAttributes().get("type"));
        try {
            return declared.getRevision().getBundle().loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new Refusal("the interface '" + name + "' is declared and missing");
        }
    }

    private List<BundleCapability> capabilities(String namespace) {
        List<BundleCapability> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            found.addAll(bundle.adapt(BundleRevision.class).getDeclaredCapabilities(namespace));
        }
        return found;
    }
}
