package tacit.runtime.harness.slot;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;

/** Gives the settings of a slot to the bundle in that slot alone. Thread-safe; each bundle by one thread at a time. */
final class SlotSettings {

    private static final String MARK = "tacit.runtime.harness.slot.SlotSettings";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BundleContext context;
    private final ConfigurationAdmin admin;
    private final AtomicLong marks = new AtomicLong();

    SlotSettings(BundleContext context, ConfigurationAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    /** Leaves exactly these settings for a bundle that does not run, and returns once everybody has heard of it. */
    void write(Bundle bundle, Filling filling) throws StepFailure {
        try {
            SortedMap<String, SortedMap<String, String>> wanted = wanted(bundle, filling);
            boolean changed = delete(bundle, wanted);
            for (Map.Entry<String, SortedMap<String, String>> entry : wanted.entrySet()) {
                Configuration configuration = admin.getConfiguration(entry.getKey(), "?");
                changed |= configuration.updateIfDifferent(FrameworkUtil.asDictionary(entry.getValue()));
            }
            if (changed) {
                settle();
            }
        } catch (IOException | InvalidSyntaxException e) {
            throw new StepFailure("its settings cannot be written: " + Causes.words(e), e);
        }
    }

    /** A PID that has settings for everybody gets empty ones of its own: only a generation says what a slot's settings are. */
    private SortedMap<String, SortedMap<String, String>> wanted(Bundle bundle, Filling filling)
            throws IOException, InvalidSyntaxException {
        String target = "|" + bundle.getSymbolicName() + "|" + bundle.getVersion() + "|" + bundle.getLocation();
        SortedMap<String, SortedMap<String, String>> wanted = new TreeMap<>();
        filling.settings().forEach((pid, settings) -> wanted.put(pid + target, settings));
        for (String pid : filling.pids()) {
            if (list(pid).length > 0) {
                wanted.putIfAbsent(pid + target, new TreeMap<>());
            }
        }
        return wanted;
    }

    private boolean delete(Bundle bundle, Map<String, ?> wanted) throws IOException, InvalidSyntaxException {
        boolean deleted = false;
        for (Configuration old : list("*|" + bundle.getLocation())) {
            if (!wanted.containsKey(old.getPid())) {
                old.delete();
                deleted = true;
            }
        }
        return deleted;
    }

    private Configuration[] list(String pid) throws IOException, InvalidSyntaxException {
        Configuration[] found = admin.listConfigurations("(" + Constants.SERVICE_PID + "=" + pid + ")");
        return found == null ? new Configuration[0] : found;
    }

    /**
     * Configuration events come late, one after the other. Once a mark that was written last is announced, no event of this
     * write is left that could reach the component after its start.
     */
    private void settle() throws IOException, StepFailure {
        CountDownLatch announced = new CountDownLatch(1);
        String mark = MARK + "." + marks.incrementAndGet();
        ServiceRegistration<ConfigurationListener> registration =
                context.registerService(ConfigurationListener.class, event -> heard(event, mark, announced), null);
        @Nullable Configuration written = null;
        try {
            written = admin.getConfiguration(mark, "?");
            written.update(FrameworkUtil.asDictionary(Map.of()));
            if (!announced.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StepFailure("its settings were not announced within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("the host was told to stop meanwhile", e);
        } finally {
            registration.unregister();
            if (written != null) {
                written.delete();
            }
        }
    }

    private static void heard(ConfigurationEvent event, String mark, CountDownLatch announced) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED && event.getPid().equals(mark)) {
            announced.countDown();
        }
    }
}
