package tacit.runtime.harness.recording;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import tacit.api.harness.Recorded;
import tacit.runtime.harness.ServiceProperties;
import tacit.runtime.harness.Slots;

/** Registers the views through which the bundles of the slots see the host's services, as long as those are there. */
public final class RecordingViews implements AutoCloseable {

    private final BundleContext context;
    private final Recorder recorder;
    private final List<ServiceRegistration<?>> own = new ArrayList<>();
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();

    public RecordingViews(BundleContext context, Recorder recorder, Clock clock) {
        this.context = context;
        this.recorder = recorder;
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(
                // The harness sees both and must not take a view for the original.
                Map.of(Recorded.VIEW, true, Constants.SERVICE_RANKING, Integer.MIN_VALUE));
        own.add(context.registerService(Clock.class, new RecordedClock(recorder, clock), properties));
        own.add(context.registerService(RandomGenerator.class, RecordedRandom.of(recorder), properties));
        ViewedTypes.recorded(context).forEach(this::track);
    }

    @Override
    public void close() {
        trackers.forEach(ServiceTracker::close);
        own.forEach(ServiceRegistration::unregister);
    }

    private void track(Class<?> type) {
        try {
            Filter originals =
                    context.createFilter("(&(objectClass=" + type.getName() + ")(!(" + Recorded.VIEW + "=*)))");
            ServiceTracker<Object, ServiceRegistration<?>> tracker =
                    new ServiceTracker<>(context, originals, new Views(type));
            trackers.add(tracker);
            tracker.open();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("Cannot track service '" + type.getName() + "': " + e.getMessage(), e);
        }
    }

    /** Keeps one view beside each original of one interface. */
    private final class Views implements ServiceTrackerCustomizer<Object, ServiceRegistration<?>> {

        private final Class<?> type;

        Views(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable ServiceRegistration<?> addingService(ServiceReference<Object> reference) {
            Object original = Slots.holds(reference.getBundle()) ? null : context.getService(reference);
            if (!type.isInstance(original)) {
                return null;
            }
            Object view = Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, new RecordingView(recorder, type, original));
            return context.registerService(type.getName(), view, properties(reference));
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, ServiceRegistration<?> view) {
            view.setProperties(properties(reference));
        }

        @Override
        public void removedService(ServiceReference<Object> reference, ServiceRegistration<?> view) {
            view.unregister();
            context.ungetService(reference);
        }

        private Dictionary<String, Object> properties(ServiceReference<Object> reference) {
            Map<String, Object> properties = ServiceProperties.of(reference);
            properties.put(Recorded.VIEW, true);
            return FrameworkUtil.asDictionary(properties);
        }
    }
}
