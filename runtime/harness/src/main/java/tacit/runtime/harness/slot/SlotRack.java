package tacit.runtime.harness.slot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slots of all roles, made when a role is first named. Thread-safe; each slot is changed by one thread at a time. */
public final class SlotRack implements AutoCloseable {

    static final Logger log = LoggerFactory.getLogger(SlotRack.class);

    private final SlotKit kit;
    private final Map<String, RoleSlots> byRole = new ConcurrentSkipListMap<>();

    /** @param called whether calls are still inside a bundle */
    public SlotRack(
            BundleContext context,
            ConfigurationAdmin admin,
            ServiceComponentRuntime runtime,
            SlotLimits limits,
            Predicate<Bundle> called) {
        this.kit = new SlotKit(context, admin, runtime, limits, called);
    }

    /** The slots of one role. */
    public RoleSlots of(String role) {
        return byRole.computeIfAbsent(role, name -> new RoleSlots(name, kit));
    }

    /** Which slots can't be used now, and why, in words. */
    public List<String> busy() {
        return byRole.values().stream().flatMap(slots -> slots.busy().stream()).toList();
    }

    /** Stops what is in all of them. */
    @Override
    public void close() {
        byRole.values().forEach(RoleSlots::empty);
    }
}
