package tacit.runtime.harness.routing;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import tacit.runtime.testkit.BundleJar;

/** A barn and, beside it, a bundle that sees what the harness publishes. */
final class Yard implements AutoCloseable {

    static final String ROLE = "extension/hen.house";

    final Barn barn = new Barn();
    final BundleContext context;

    Yard() {
        context = barn.framework
                .start(BundleJar.named("hen.yard", "1.0.0")
                        .header("Import-Package", "org.osgi.service.event,tacit.api.http,tacit.api.command")
                        .bytes())
                .getBundleContext();
    }

    List<ServiceReference<?>> references(String filter) {
        try {
            ServiceReference<?>[] found = context.getServiceReferences((String) null, filter);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        barn.close();
    }
}
