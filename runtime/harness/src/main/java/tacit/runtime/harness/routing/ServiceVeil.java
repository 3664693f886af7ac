package tacit.runtime.harness.routing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import tacit.api.harness.Recorded;
import tacit.runtime.harness.Slots;
import tacit.runtime.harness.recording.ViewedTypes;

/**
 * Hides what the bundles of the slots register from all others, and from them what they should see through a view of the
 * harness only. Thread-safe; the harness itself and the framework see everything.
 */
public final class ServiceVeil implements AutoCloseable {

    private final long harness;
    private final Set<String> viewed;
    private final List<ServiceRegistration<?>> hooks;

    /** Begins at once; made before any slot is filled. */
    public ServiceVeil(BundleContext context) {
        this.harness = context.getBundle().getBundleId();
        this.viewed = ViewedTypes.names(context);
        this.hooks = List.of(
                context.registerService(FindHook.class, this::find, null),
                context.registerService(EventListenerHook.class, this::event, null));
    }

    @Override
    public void close() {
        hooks.forEach(ServiceRegistration::unregister);
    }

    private void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        Bundle viewer = context.getBundle();
        if (!seesAll(viewer)) {
            boolean slot = Slots.holds(viewer);
            references.removeIf(reference -> isHidden(reference, viewer, slot));
        }
    }

    private void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> reference = event.getServiceReference();
        listeners.keySet().removeIf(context -> {
            Bundle viewer = owner(context);
            return viewer == null || (!seesAll(viewer) && isHidden(reference, viewer, Slots.holds(viewer)));
        });
    }

    private static @Nullable Bundle owner(BundleContext context) {
        try {
            return context.getBundle();
        } catch (IllegalStateException e) {
            // Its bundle stops at this moment and can see nothing any more.
            return null;
        }
    }

    private boolean seesAll(Bundle viewer) {
        return viewer.getBundleId() == Constants.SYSTEM_BUNDLE_ID || viewer.getBundleId() == harness;
    }

    private boolean isHidden(ServiceReference<?> reference, Bundle viewer, boolean slot) {
        Bundle owner = reference.getBundle();
        if (owner == null || owner.equals(viewer)) {
            return false;
        }
        if (Slots.holds(owner)) {
            return true;
        }
        boolean view = reference.getProperty(Recorded.VIEW) != null;
        return slot ? !view && isViewed(reference) : view;
    }

    private boolean isViewed(ServiceReference<?> reference) {
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (viewed.contains(type)) {
                return true;
            }
        }
        return false;
    }
}
