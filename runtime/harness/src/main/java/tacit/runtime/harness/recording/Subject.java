package tacit.runtime.harness.recording;

import java.util.Objects;

/**
 * Who was asked. Immutable.
 *
 * @param role the role
 * @param sha256 the hash of the jar that answers
 * @param generation the generation in force
 */
public record Subject(String role, String sha256, long generation) {

    public Subject {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** The role without the provider's own name: what stays the same when another provider is asked. */
    String family() {
        int slash = role.indexOf('/');
        return slash < 0 ? role : role.substring(0, slash);
    }
}
