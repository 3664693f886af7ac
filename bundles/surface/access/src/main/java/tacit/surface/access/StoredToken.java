package tacit.surface.access;

import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.store.Row;
import tacit.api.store.Scope;

/**
 * A token as it is kept. Immutable.
 *
 * @param hash the digest of the token
 * @param principal who holds it
 */
record StoredToken(String hash, Principal principal) {

    static StoredToken of(Row row) {
        Scope scope =
                new Scope(row.text("workspace_id"), row.optionalText("user_id").orElse(null));
        AccessRole role = AccessRole.valueOf(row.text("token_role"));
        return new StoredToken(row.text("token_hash"), new Principal(row.text("token_name"), role, scope));
    }
}
