package tacit.surface.access;

import java.time.Instant;
import java.util.List;
import tacit.api.access.Principal;
import tacit.api.store.Database;

/** The rows of tokens. Thread-safe. */
final class TokenTable {

    private static final List<String> COLUMNS =
            List.of("token_name", "token_hash", "token_role", "workspace_id", "user_id", "created_at");

    private final Database database;

    TokenTable(Database database) {
        this.database = database;
    }

    List<StoredToken> all() {
        String sql = "SELECT token_name, token_hash, token_role, workspace_id, user_id FROM access_token"
                + " ORDER BY token_name";
        return database.read(session -> session.select(sql, StoredToken::of));
    }

    /** Adds a row; answers whether the name was free. */
    boolean add(StoredToken token, Instant at) {
        Principal holder = token.principal();
        Object[] row = {
            holder.name(),
            token.hash(),
            holder.role().name(),
            holder.scope().workspaceId(),
            holder.scope().userId(),
            at
        };
        return database.write(session -> session.insertAbsent("access_token", COLUMNS, List.<Object[]>of(row))[0]);
    }

    boolean remove(String name) {
        return database.write(session -> session.update("DELETE FROM access_token WHERE token_name = ?", name)) > 0;
    }
}
