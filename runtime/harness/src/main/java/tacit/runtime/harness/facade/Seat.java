package tacit.runtime.harness.facade;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import tacit.api.generation.Artifact;

/**
 * Who answers for a role. Immutable; two seats are the same when their bundles and objects are.
 *
 * @param role the role
 * @param type its interface; null for what only contributes
 * @param artifact the jar that answers
 * @param slot the slot of the jar
 * @param service the object that answers; null exactly when there is no type
 * @param bundle the bundle in the slot; null outside a framework
 */
public record Seat(
        String role,
        @Nullable Class<?> type,
        Artifact artifact,
        String slot,
        @Nullable Object service,
        @Nullable Bundle bundle) {

    public Seat {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(slot, "slot");
        if (type == null ? service != null : !type.isInstance(service)) {
            throw new IllegalArgumentException("service must be of the type of role '" + role + "', got "
                    + (service == null ? null : service.getClass().getName()));
        }
    }

    /** Whether the other is filled by the same object of the same bundle: calls need not be moved then. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(Seat other) {
        return service == other.service
                && bundle == other.bundle
                && type == other.type
                && slot.equals(other.slot)
                && artifact.equals(other.artifact);
    }
}
