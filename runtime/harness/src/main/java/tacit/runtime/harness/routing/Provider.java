package tacit.runtime.harness.routing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import tacit.api.generation.Artifact;

/**
 * One filled slot. Immutable.
 *
 * @param role such as {@code failure-template}, {@code trace-source/hen-house} or {@code extension/<symbolic name>}
 * @param declared what the role was declared as; null for an extension
 * @param artifact the jar in the slot
 * @param slot {@code A} or {@code B}
 * @param bundle the bundle of the slot
 * @param reference the service that fills the role; null exactly for an extension
 * @param service its object; null exactly for an extension
 */
public record Provider(
        String role,
        @Nullable DeclaredRole declared,
        Artifact artifact,
        String slot,
        Bundle bundle,
        @Nullable ServiceReference<?> reference,
        @Nullable Object service) {

    public Provider {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(bundle, "bundle");
        if ((declared == null) != (service == null) || (declared == null) != (reference == null)) {
            throw new IllegalArgumentException("service must be there exactly for a declared role, got '" + role + "'");
        }
        if (declared != null && !declared.type().isInstance(service)) {
            throw new IllegalArgumentException(
                    "service must be a " + declared.type().getName() + " for role '" + role + "', got a "
                            + service.getClass().getName());
        }
    }
}
