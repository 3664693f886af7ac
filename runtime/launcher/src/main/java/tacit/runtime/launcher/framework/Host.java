package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import tacit.runtime.launcher.data.DataDirectory;

/** The running framework with its bundles. Thread-safe; the caller holds the lock of the data directory. */
public final class Host implements AutoCloseable {

    /** Everything that a command needs, and no open port. */
    public static final int COMMAND_LEVEL = 50;

    /** The ports are open. */
    public static final int SERVICE_LEVEL = 61;

    /** The interactive shell reads the terminal. */
    public static final int TERMINAL_LEVEL = 70;

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final Framework framework;
    private final Distribution distribution;
    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final Map<Long, String> causes = new ConcurrentHashMap<>();

    private Host(Framework framework, Distribution distribution) {
        this.framework = framework;
        this.distribution = distribution;
    }

    /** Starts up to a level and returns once it is reached, whatever failed on the way: see {@link #problems}. */
    public static Host start(Distribution distribution, DataDirectory data, Configurations configurations, int level)
            throws IOException, BundleException {
        return start(distribution, data, configurations, level, distribution.bundles(0, level));
    }

    /** Starts the store and what copies it, and nothing that would write into it by itself. */
    public static Host startStore(Distribution distribution, DataDirectory data, Configurations configurations)
            throws IOException, BundleException {
        return start(distribution, data, configurations, COMMAND_LEVEL, distribution.bundlesOfStore());
    }

    private static Host start(
            Distribution distribution,
            DataDirectory data,
            Configurations configurations,
            int level,
            Map<Integer, List<Path>> bundles)
            throws IOException, BundleException {
        data.deleteFrameworkCache();
        configurations.writeTo(FrameworkSettings.configurations(data));
        System.setProperty("tacit.log", data.log().toString());
        Map<String, String> settings = FrameworkSettings.of(distribution, data, level);
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Host host = new Host(factory.newFramework(settings), distribution);
        host.fill(bundles);
        host.framework.start();
        return host;
    }

    private void fill(Map<Integer, List<Path>> bundles) throws IOException, BundleException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        context.addFrameworkListener(this::note);
        context.registerService(Clock.class, Clock.systemUTC(), null);
        context.registerService(
                Supplier.class, this::problemTexts, FrameworkUtil.asDictionary(Map.of("tacit.entry", "problems")));
        context.registerService(Shutdown.class, new Shutdown(this), FrameworkUtil.asDictionary(Shutdown.PROPERTIES));
        new BundleInstaller(context, problems).install(bundles);
    }

    private void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            causes.put(event.getBundle().getBundleId(), Causes.words(event.getThrowable()));
        }
    }

    /** Goes up to a further level and returns once it is reached. */
    public void raise(int level) throws InterruptedException, IOException {
        int current = framework.adapt(FrameworkStartLevel.class).getStartLevel();
        new BundleInstaller(framework.getBundleContext(), problems).install(distribution.bundles(current, level));
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(level, event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        });
        reached.await();
    }

    /** Whether nobody has asked for the end yet. */
    public boolean running() {
        return framework.getState() == Bundle.ACTIVE;
    }

    /** What does not work now. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        Stream.of(framework.getBundleContext().getBundles())
                .filter(Host::shouldRun)
                .map(this::notRunning)
                .forEach(all::add);
        all.addAll(new ComponentCheck(framework.getBundleContext()).problems());
        alarms().forEach(alarm -> all.add(new Problem("harness", alarm)));
        return all;
    }

    private List<String> alarms() {
        return services(Supplier.class, "(tacit.entry=alarms)")
                .map(Host::texts)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> texts(Supplier<?> alarms) {
        return ((List<?>) alarms.get()).stream().map(String::valueOf).toList();
    }

    private static boolean shouldRun(Bundle bundle) {
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0
                && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    /** The framework tells the cause a little later than it goes on. */
    private Problem notRunning(Bundle bundle) {
        String cause = causes.getOrDefault(bundle.getBundleId(), "its start was cut off");
        return new Problem("bundle '" + bundle.getSymbolicName() + "'", "did not start: " + cause);
    }

    private List<String> problemTexts() {
        return problems().stream().map(Problem::toString).toList();
    }

    /** Bundles that run. */
    public long activeBundles() {
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .count();
    }

    /** The way into the verbs of the command; empty when no bundle offers it. */
    public Optional<ToIntFunction<Map<String, Object>>> commands() {
        return services(ToIntFunction.class, "(tacit.entry=command)")
                .findFirst()
                .map(Host::typed);
    }

    private <T> Stream<T> services(Class<T> type, String filter) {
        BundleContext context = framework.getBundleContext();
        try {
            return context.getServiceReferences(type, filter).stream()
                    .map(context::getService)
                    .filter(Objects::nonNull);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static ToIntFunction<Map<String, Object>> typed(ToIntFunction<?> service) {
        return (ToIntFunction<Map<String, Object>>) service;
    }

    /** Asks the framework to stop and returns at once. */
    public void requestStop() {
        try {
            framework.stop();
        } catch (BundleException refused) {
            throw new IllegalStateException("Cannot stop the framework: " + Causes.words(refused), refused);
        }
    }

    /** Returns once the framework has stopped. */
    public void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops and waits; a host that does not stop in time is left to the end of the process. */
    @Override
    public void close() {
        stop();
    }

    /** Does what {@link #close} does, from any thread. */
    public void stop() {
        requestStop();
        try {
            framework.waitForStop(TimeUnit.SECONDS.toMillis(STOP_TIMEOUT.toSeconds()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
