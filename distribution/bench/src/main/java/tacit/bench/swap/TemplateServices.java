package tacit.bench.swap;

import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.TestFramework;

/** The providers that are there, as a tracker sees them. Thread-safe. */
final class TemplateServices implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = 50_000;

    private final ServiceTracker<FailureTemplates, FailureTemplates> tracker;

    TemplateServices(TestFramework framework) {
        tracker = new ServiceTracker<>(framework.context(), FailureTemplates.class, null);
        tracker.open();
    }

    /** What differs from one configuration to the next. */
    static Dictionary<String, Object> settings(int number) {
        return FrameworkUtil.asDictionary(Map.of(
                ProviderJars.NUMBER, number, ProviderJars.SETTING, 150 + number % 3, "service.ranking", number % 2));
    }

    /** Asks the provider that ranks first. */
    String call(String message, String input) {
        FailureTemplates templates = tracker.getService();
        if (templates == null) {
            throw new IllegalStateException("Cannot ask: no provider is there");
        }
        return templates.template(message, input);
    }

    /** Waits until the provider with this number has come or gone. */
    void awaitNumber(int number, boolean there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (has(number) != there) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Cannot swap: provider " + number + " did not " + (there ? "come" : "go"));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean has(int number) {
        ServiceReference<FailureTemplates>[] references = tracker.getServiceReferences();
        if (references != null) {
            for (ServiceReference<FailureTemplates> reference : references) {
                if (Integer.valueOf(number).equals(reference.getProperty(ProviderJars.NUMBER))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        tracker.close();
    }
}
