package tacit.learn.evals.made;

import java.time.Instant;
import java.util.List;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.store.Database;

/** Counts and names the cases of one workspace that nobody asked for. Thread-safe. */
final class CaseCounts {

    /** Who answers for cases that nobody asked for. */
    static final String OWNER = "rule:cases";

    private static final String IN_USE =
            " FROM replay_cases WHERE workspace_id = ? AND owner = ? AND state <> 'RETIRED'";

    private final Database database;
    private final String workspace;

    CaseCounts(Database database, String workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /** How many of a role count. */
    long ofRole(String role, Instant now) {
        return number(" AND role_name = ? AND (expires_at IS NULL OR expires_at > ?)", role, now);
    }

    /** How many of a role and a family count, on one side. */
    long ofFamily(String role, String clusterId, boolean older, Instant now) {
        return number(
                " AND role_name = ? AND (expires_at IS NULL OR expires_at > ?) AND source = ? AND older = ?",
                role,
                now,
                clusterId,
                older);
    }

    private long number(String where, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = workspace;
        all[1] = OWNER;
        System.arraycopy(values, 0, all, 2, values.length);
        return database.read(
                session -> session.selectOne("SELECT COUNT(*) AS n" + IN_USE + where, row -> row.number("n"), all)
                        .orElse(0L));
    }

    /** The families that have such cases. */
    List<String> families() {
        return database.read(session -> session.select(
                "SELECT DISTINCT source" + IN_USE + " AND origin = ?",
                row -> row.text("source"),
                workspace,
                OWNER,
                Origin.CLUSTER.name()));
    }

    /** Such cases of a family. */
    List<String> idsOfFamily(String clusterId) {
        return database.read(session -> session.select(
                "SELECT id" + IN_USE + " AND source = ? AND origin = ? ORDER BY sequence",
                row -> row.text("id"),
                workspace,
                OWNER,
                clusterId,
                Origin.CLUSTER.name()));
    }
}
