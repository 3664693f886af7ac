package tacit.runtime.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A real Felix with declarative services, configurations, metatypes, events and a clock, for one test. The API, the OSGi
 * services and SLF4J come from the class path of the test, so that it shares their classes with the bundles that it
 * installs. Confined to the thread of the test; the framework in it is not.
 */
public final class TestFramework implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> BUNDLES = List.of(
            "org.apache.felix.configadmin",
            "org.apache.felix.metatype",
            "org.apache.felix.eventadmin",
            "org.apache.felix.scr");

    private final Framework framework;
    private final Path storage;
    private final AtomicInteger locations = new AtomicInteger();

    private TestFramework(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
    }

    /** Starts one with the clock of the system. */
    public static TestFramework start() {
        return start(Clock.systemUTC(), Map.of());
    }

    /** Starts one with a clock, and with framework properties beside the usual ones. */
    public static TestFramework start(Clock clock, Map<String, String> properties) {
        try {
            Path storage = Files.createTempDirectory("tacit-felix");
            Map<String, String> all = new HashMap<>(SharedPackages.properties());
            all.put(Constants.FRAMEWORK_STORAGE, storage.toString());
            all.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
            all.put("felix.resolver.parallelism", "1");
            all.put("felix.shutdown.hook", "false");
            all.put("felix.log.level", "1");
            all.put("ds.loglevel", "warn");
            all.put("org.apache.felix.eventadmin.LogLevel", "1");
            all.putAll(properties);
            Framework framework = factory().newFramework(all);
            framework.start();
            TestFramework started = new TestFramework(framework, storage);
            started.register(Clock.class, clock, Map.of());
            for (String name : BUNDLES) {
                started.install("system:" + name, BundleJar.ofBundle(name)).start();
            }
            return started;
        } catch (IOException | BundleException e) {
            throw new IllegalStateException("Cannot start a framework: " + e.getMessage(), e);
        }
    }

    private static FrameworkFactory factory() {
        return new org.apache.felix.framework.FrameworkFactory();
    }

    /** The context of the system bundle. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts a bundle of the class path, by a class in it. */
    public Bundle start(Class<?> type) {
        return start(BundleJar.of(type));
    }

    /** Installs and starts a jar. */
    public Bundle start(byte[] jar) {
        Bundle bundle = install(jar);
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new IllegalStateException("Cannot start '" + bundle + "': " + e.getMessage(), e);
        }
        return bundle;
    }

    /** Installs a jar at a location of its own. */
    public Bundle install(byte[] jar) {
        return install("test:" + locations.incrementAndGet(), jar);
    }

    public Bundle install(String location, byte[] jar) {
        try {
            return context().installBundle(location, new ByteArrayInputStream(jar));
        } catch (BundleException e) {
            throw new IllegalStateException("Cannot install '" + location + "': " + e.getMessage(), e);
        }
    }

    /** Writes a configuration and returns before it took effect. */
    public void configure(String pid, Map<String, ?> settings) {
        try {
            await(ConfigurationAdmin.class).getConfiguration(pid, "?").update(dictionary(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot configure '" + pid + "': " + e.getMessage(), e);
        }
    }

    public <T> ServiceRegistration<T> register(Class<T> type, T service, Map<String, ?> properties) {
        return context().registerService(type, service, dictionary(properties));
    }

    /**
     * Waits for a service and answers it.
     *
     * @throws IllegalStateException after a while, with what each component that does not work lacks
     */
    public <T> T await(Class<T> type) {
        return await(type, "(objectClass=*)");
    }

    /** Waits for a service with these properties and answers it. */
    public <T> T await(Class<T> type, String filter) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), both(type, filter), null);
        tracker.open();
        try {
            if (tracker.waitForService(PATIENCE.toMillis()) == null) {
                throw new IllegalStateException("Cannot find a service '" + type.getName() + "' " + filter + ": "
                        + BrokenComponents.of(context()));
            }
            return context().getService(tracker.getServiceReference());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot wait for '" + type.getName() + "': interrupted", e);
        } finally {
            tracker.close();
        }
    }

    /** The service that is there now and ranks first, or null. */
    public <T> @Nullable T find(Class<T> type) {
        ServiceReference<T> reference = context().getServiceReference(type);
        return reference == null ? null : context().getService(reference);
    }

    /** The services that are there now and fit a filter. */
    public <T> List<T> services(Class<T> type, String filter) {
        try {
            Collection<ServiceReference<T>> references = context().getServiceReferences(type, filter);
            return references.stream().sorted().map(context()::getService).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("filter must be a filter, got '" + filter + "'", e);
        }
    }

    private Filter both(Class<?> type, String filter) {
        try {
            return context().createFilter("(&(objectClass=" + type.getName() + ")" + filter + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("filter must be a filter, got '" + filter + "'", e);
        }
    }

    private static Dictionary<String, Object> dictionary(Map<String, ?> properties) {
        return FrameworkUtil.asDictionary(Map.copyOf(properties));
    }

    /** Stops it and deletes its storage; a second call does nothing. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(PATIENCE.toMillis());
        } catch (BundleException e) {
            throw new IllegalStateException("Cannot stop the framework: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(storage)) {
            Folders.delete(storage);
        }
    }
}
