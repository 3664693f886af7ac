package tacit.runtime.harness.recording;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Recorded;
import tacit.runtime.harness.Slots;

/** The services that the bundles of the slots see only through views of the harness. */
public final class ViewedTypes {

    private static final Logger log = LoggerFactory.getLogger(ViewedTypes.class);

    private ViewedTypes() {}

    /** The names of all of them: the recorded interfaces, the clock and the random numbers. */
    public static Set<String> names(BundleContext context) {
        Set<String> names = new HashSet<>(Set.of(Clock.class.getName(), RandomGenerator.class.getName()));
        recorded(context).forEach(type -> names.add(type.getName()));
        return Set.copyOf(names);
    }

    /** The interfaces that resolved bundles outside the slots declare as recorded. */
    static List<Class<?>> recorded(BundleContext context) {
        List<Class<?>> types = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring == null || Slots.holds(bundle)) {
                continue;
            }
            for (BundleCapability capability : wiring.getCapabilities(Recorded.NAMESPACE)) {
                add(wiring, String.valueOf(capability.getAttributes().get("type")), types);
            }
        }
        return types;
    }

    private static void add(BundleWiring wiring, String name, List<Class<?>> types) {
        try {
            types.add(wiring.getClassLoader().loadClass(name));
        } catch (ClassNotFoundException e) {
            log.warn("Cannot record service '{}' of bundle '{}'", name, wiring.getBundle(), e);
        }
    }
}
