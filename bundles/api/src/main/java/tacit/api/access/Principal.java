package tacit.api.access;

import java.util.Objects;
import tacit.api.store.Scope;

/**
 * Who is asking. Immutable.
 *
 * @param name the token's name, as the audit log shows it
 * @param role what it may do
 * @param scope what it may see
 */
public record Principal(String name, AccessRole role, Scope scope) {

    public Principal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(scope, "scope");
    }
}
