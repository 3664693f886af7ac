package tacit.runtime.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import tacit.api.harness.Role;

/** What a bundle in a slot finds in this host, and who asks for a role. Thread-safe. */
public final class HostOffer {

    private final BundleContext context;

    public HostOffer(BundleContext context) {
        this.context = context;
    }

    /** Whether some bundle exports a package in a range of versions. */
    public boolean exports(String name, String range) {
        VersionRange wanted = new VersionRange(range.isBlank() ? "0" : range);
        return name.startsWith("java.")
                || Arrays.stream(context.getBundles())
                        .map(bundle -> bundle.adapt(BundleRevision.class))
                        .filter(Objects::nonNull)
                        .flatMap(revision ->
                                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                        .anyMatch(capability -> fits(capability, name, wanted));
    }

    private static boolean fits(BundleCapability capability, String name, VersionRange wanted) {
        Object version = capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
        return name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                && wanted.includes(version instanceof Version known ? known : Version.emptyVersion);
    }

    /** Whether somebody whom a slot can see registers a service now: what lies in another slot is hidden from it. */
    public boolean registers(String type) {
        return references(type, null)
                .map(ServiceReference::getBundle)
                .anyMatch(bundle -> bundle != null && !Slots.holds(bundle));
    }

    /** The bundles that hold the facade of a role, by name. */
    public List<String> callers(String role) {
        return references(null, "(" + Role.FACADE + "=" + role + ")")
                .map(ServiceReference::getUsingBundles)
                .flatMap(using -> Stream.of(using == null ? new Bundle[0] : using))
                .filter(bundle -> !bundle.equals(context.getBundle()))
                .map(Bundle::getSymbolicName)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<ServiceReference<?>> references(@Nullable String type, @Nullable String filter) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type, filter);
            return found == null ? Stream.empty() : Stream.of(found);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
