package tacit.api.harness;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role as it stands. Immutable.
 *
 * @param role the name
 * @param type the interface; empty when no facade exists for what the bundle offers
 * @param symbolicName the active bundle; null when the role has no provider, and with it version, hash and slot
 * @param version its version
 * @param sha256 the hash of its jar, 64 hexadecimal digits
 * @param slot {@code A} or {@code B}
 * @param leases calls in flight
 * @param calls since the host started
 * @param errors calls that threw, since the host started
 * @param p99 of the sampled calls of late; null before the first sample
 */
public record RoleStatus(
        String role,
        String type,
        @Nullable String symbolicName,
        @Nullable String version,
        @Nullable String sha256,
        @Nullable String slot,
        long leases,
        long calls,
        long errors,
        @Nullable Duration p99) {

    public RoleStatus {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(type, "type");
    }
}
