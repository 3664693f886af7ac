package tacit.runtime.harness.routing;

import org.osgi.framework.BundleContext;

/** Hides what the bundles of the slots register, and the originals of recorded services from them. Thread-safe. */
public final class ServiceVeil implements AutoCloseable {

    /** Begins at once; made before any slot is filled. */
    public ServiceVeil(BundleContext context) {}

    @Override
    public void close() {}
}
