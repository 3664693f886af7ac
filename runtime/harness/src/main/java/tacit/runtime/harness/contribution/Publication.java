package tacit.runtime.harness.contribution;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import tacit.runtime.harness.ServiceProperties;
import tacit.runtime.harness.facade.Facades;

/** A service of the harness that stands for an offer, or for one after the other. Confined to the turn that it is made in. */
final class Publication {

    private final ServiceRegistration<?> registration;
    private final List<Class<?>> types;
    private final boolean proxied;

    private Publication(ServiceRegistration<?> registration, List<Class<?>> types, boolean proxied) {
        this.registration = registration;
        this.types = types;
        this.proxied = proxied;
    }

    static Publication of(BundleContext context, Facades facades, Offer offer) {
        Object service = offer.isProxied() ? ContributedFacade.of(facades, offer) : offer.service();
        String[] names = offer.types().stream().map(Class::getName).toArray(String[]::new);
        ServiceRegistration<?> registration = context.registerService(
                names, service, FrameworkUtil.asDictionary(ServiceProperties.of(offer.reference())));
        return new Publication(registration, offer.types(), offer.isProxied());
    }

    boolean isProxied() {
        return proxied;
    }

    /** Whether it can go on standing for another offer. */
    boolean suits(Offer offer) {
        return proxied && types.equals(offer.types());
    }

    void update(Offer offer) {
        registration.setProperties(FrameworkUtil.asDictionary(ServiceProperties.of(offer.reference())));
    }

    void withdraw() {
        registration.unregister();
    }
}
