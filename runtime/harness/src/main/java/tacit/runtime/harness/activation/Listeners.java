package tacit.runtime.harness.activation;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.GenerationListener;

/** Tells whoever listens that another generation decides. They ask the harness, so they are looked for only then. */
final class Listeners {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final BundleContext context;

    Listeners(BundleContext context) {
        this.context = context;
    }

    /** Tells nobody of a change that was refused. */
    ActivationReport told(ActivationReport report) {
        if (report.succeeded()) {
            try {
                context.getServiceReferences(GenerationListener.class, null).forEach(this::tell);
            } catch (InvalidSyntaxException e) {
                throw new IllegalStateException("No filter is one that can be read", e);
            }
        }
        return report;
    }

    // An edge: a generation is active whatever becomes of those who listen
    private void tell(ServiceReference<GenerationListener> reference) {
        try {
            GenerationListener listener = context.getService(reference);
            if (listener != null) {
                listener.activated();
            }
        } catch (RuntimeException e) {
            log.warn("A listener of '{}' failed", reference.getBundle(), e);
        } finally {
            context.ungetService(reference);
        }
    }
}
