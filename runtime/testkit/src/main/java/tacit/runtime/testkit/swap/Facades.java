package tacit.runtime.testkit.swap;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import tacit.api.harness.Role;

/** The services of the host, each taken once and held as a static reference holds it. Thread-safe. */
final class Facades {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final BundleContext context;

    Facades(BundleContext context) {
        this.context = context;
    }

    /** The facade of a role, as soon as there is one. */
    <T> T role(Class<T> type, String role) {
        return await(type, "(" + Role.FACADE + "=" + role + ")");
    }

    /** A service that fills no role. */
    <T> T service(Class<T> type) {
        return await(type, "(objectClass=*)");
    }

    private <T> T await(Class<T> type, String filter) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            for (ServiceReference<T> reference : references(type, filter)) {
                T service = context.getService(reference);
                if (service != null) {
                    return service;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("Cannot find " + type.getSimpleName() + " " + filter);
    }

    private <T> Collection<ServiceReference<T>> references(Class<T> type, String filter) {
        try {
            return context.getServiceReferences(type, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("Cannot look for '" + filter + "'", e);
        }
    }
}
