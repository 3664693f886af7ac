package tacit.runtime.harness.slot;

import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** What every slot works with. Thread-safe. */
final class SlotKit {

    final BundleContext context;
    final SlotSettings settings;
    final Components components;
    final SlotLimits limits;
    final Predicate<Bundle> called;

    /** @param called whether calls are still inside a bundle */
    SlotKit(
            BundleContext context,
            ConfigurationAdmin admin,
            ServiceComponentRuntime runtime,
            SlotLimits limits,
            Predicate<Bundle> called) {
        this.context = context;
        this.settings = new SlotSettings(context, admin);
        this.components = new Components(runtime);
        this.limits = limits;
        this.called = called;
    }

    FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }
}
