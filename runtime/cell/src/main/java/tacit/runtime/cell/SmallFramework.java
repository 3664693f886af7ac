package tacit.runtime.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/** The framework of one cell: few bundles, and nothing kept. */
final class SmallFramework {

    private static final String AGENT = "(&(objectClass=java.util.function.Function)(tacit.entry=cell))";
    private static final Duration AGENT_TIMEOUT = Duration.ofSeconds(20);

    private SmallFramework() {}

    /** Starts all bundles of a folder and waits for the agent among them. */
    static Function<byte[], byte[]> start(Path bundles, Path room)
            throws IOException, BundleException, InterruptedException {
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(settings(room));
        framework.init();
        BundleContext context = framework.getBundleContext();
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars(bundles)) {
            // By reference, so that nothing is copied into the private folder
            installed.add(context.installBundle("reference:" + jar.toUri()));
        }
        framework.start();
        for (Bundle bundle : installed) {
            bundle.start(Bundle.START_TRANSIENT);
        }
        return agent(context);
    }

    private static Map<String, String> settings(Path room) {
        return Map.of(
                "org.osgi.framework.storage", room.resolve("framework").toString(),
                "org.osgi.framework.storage.clean", "onFirstInit",
                "org.osgi.framework.bsnversion", "multiple",
                "felix.resolver.parallelism", "1",
                "felix.shutdown.hook", "false",
                "felix.log.level", "0",
                "ds.loglevel", "error",
                "org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** The tracker stays open as long as the process lives. */
    @SuppressWarnings("unchecked")
    private static Function<byte[], byte[]> agent(BundleContext context) throws InterruptedException {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, filter(context), null);
        tracker.open();
        Object agent = tracker.waitForService(AGENT_TIMEOUT.toMillis());
        if (agent == null) {
            throw new IllegalStateException("Cannot start the cell: its agent is missing");
        }
        return (Function<byte[], byte[]>) agent;
    }

    private static Filter filter(BundleContext context) {
        try {
            return context.createFilter(AGENT);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
