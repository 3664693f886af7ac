package tacit.runtime.harness.staging;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import tacit.runtime.harness.Slots;
import tacit.runtime.harness.routing.DeclaredRole;

/** What a bundle in a slot finds in this host: packages, services and roles. Thread-safe. */
final class HostOffer {

    private final BundleContext context;

    HostOffer(BundleContext context) {
        this.context = context;
    }

    boolean exports(String name, String range) {
        VersionRange wanted = new VersionRange(range.isEmpty() ? "0.0.0" : range);
        return bundles()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .anyMatch(capability -> fits(capability, name, wanted));
    }

    private static boolean fits(BundleCapability capability, String name, VersionRange wanted) {
        Object version = capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
        return name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                && wanted.includes(version instanceof Version known ? known : Version.emptyVersion);
    }

    /** Whether somebody whom a slot can see registers a service: what lies in another slot is hidden from it. */
    boolean registers(String type) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type, null);
            return found != null
                    && Stream.of(found).map(ServiceReference::getBundle).anyMatch(HostOffer::isVisible);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<DeclaredRole> role(String role) {
        List<DeclaredRole> declared = DeclaredRole.of(context);
        return declared.stream()
                .filter(each -> each.name().equals(DeclaredRole.family(role)))
                .findFirst();
    }

    private Stream<Bundle> bundles() {
        return Arrays.stream(context.getBundles()).filter(bundle -> !Slots.holds(bundle));
    }

    private static boolean isVisible(Bundle bundle) {
        return bundle != null && !Slots.holds(bundle);
    }
}
