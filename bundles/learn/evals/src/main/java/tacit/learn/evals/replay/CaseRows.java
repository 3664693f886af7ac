package tacit.learn.evals.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Situation;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCase.State;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of cases of one workspace. Confined to one transaction. */
final class CaseRows {

    private static final List<String> COLUMNS = List.of(
            "workspace_id",
            "id",
            "title",
            "role_name",
            "method",
            "inputs",
            "clock",
            "seed",
            "inner_calls",
            "checks",
            "question",
            "origin",
            "source",
            "owner",
            "older",
            "protected_case",
            "state",
            "provider_sha256",
            "generation",
            "created_at",
            "expires_at");

    private static final String SELECT = "SELECT " + String.join(", ", COLUMNS) + " FROM replay_cases";

    private final Session session;
    private final String workspace;

    CaseRows(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    Optional<ReplayCase> find(String id) {
        return session.selectOne(SELECT + " WHERE workspace_id = ? AND id = ?", CaseRows::read, workspace, id);
    }

    boolean isThere(String id) {
        return session.selectOne(
                        "SELECT id FROM replay_cases WHERE workspace_id = ? AND id = ?",
                        row -> row.text("id"),
                        workspace,
                        id)
                .isPresent();
    }

    List<ReplayCase> list(String role, PageRequest page) {
        List<Object> values = values(role);
        values.add(page.limit());
        values.add(page.offset());
        return session.select(
                SELECT + where(role) + " ORDER BY sequence DESC LIMIT ? OFFSET ?", CaseRows::read, values.toArray());
    }

    long count(String role) {
        return number("SELECT COUNT(*) AS n FROM replay_cases" + where(role), values(role));
    }

    /** How many are not out of use for good. */
    long inUse() {
        return number(
                "SELECT COUNT(*) AS n FROM replay_cases WHERE workspace_id = ? AND state <> 'RETIRED'",
                List.of(workspace));
    }

    private long number(String sql, List<Object> values) {
        return session.selectOne(sql, row -> row.number("n"), values.toArray()).orElse(0L);
    }

    private static String where(String role) {
        return " WHERE workspace_id = ?" + (role.isEmpty() ? "" : " AND role_name = ?");
    }

    private List<Object> values(String role) {
        List<Object> values = new ArrayList<>(List.of(workspace));
        if (!role.isEmpty()) {
            values.add(role);
        }
        return values;
    }

    /** Adds a case; false when it is there already. */
    boolean add(ReplayCase made, String question) {
        Situation asked = made.situation();
        @Nullable
        Object[] values = {
            workspace,
            made.id(),
            made.title(),
            asked.role(),
            asked.method(),
            asked.inputs(),
            asked.clock().toString(),
            asked.seed(),
            Json.calls(asked.inner()),
            Json.checks(made.checks()),
            question,
            made.origin().name(),
            made.source(),
            made.owner(),
            made.older(),
            made.protectedCase(),
            made.state().name(),
            made.providerSha256(),
            made.generation(),
            made.createdAt(),
            made.expiresAt()
        };
        return session.insertAbsent("replay_cases", COLUMNS, List.<@Nullable Object[]>of(values))[0];
    }

    /** The side of the cases that ask the same; empty where none does. */
    Optional<Boolean> sideOfQuestion(String question) {
        return side("question = ?", List.of(workspace, question));
    }

    /** The side of the cases of this role that come from the same thing; empty where none does. */
    Optional<Boolean> sideOfSource(String role, Origin origin, String source) {
        return side("role_name = ? AND origin = ? AND source = ?", List.of(workspace, role, origin.name(), source));
    }

    private Optional<Boolean> side(String where, List<Object> values) {
        return session
                .select(
                        "SELECT older FROM replay_cases WHERE workspace_id = ? AND " + where
                                + " ORDER BY sequence LIMIT 1",
                        row -> row.truth("older"),
                        values.toArray())
                .stream()
                .findFirst();
    }

    /** Changes the state from the one that was seen; false when it is another by now. A retired case stays as it is. */
    boolean move(String id, State from, State to, Instant now) {
        return session.update(
                        "UPDATE replay_cases SET state = ?, retired_at = ? WHERE workspace_id = ? AND id = ?"
                                + " AND state = ? AND state <> 'RETIRED'",
                        to.name(),
                        to == State.RETIRED ? now : null,
                        workspace,
                        id,
                        from.name())
                == 1;
    }

    private static ReplayCase read(Row row) {
        Situation asked = new Situation(
                row.text("role_name"),
                row.text("method"),
                row.text("inputs"),
                Instant.parse(row.text("clock")),
                row.number("seed"),
                Json.calls(row.text("inner_calls")));
        return new ReplayCase(
                row.text("id"),
                row.text("title"),
                asked,
                Json.checks(row.text("checks")),
                Origin.valueOf(row.text("origin")),
                row.text("source"),
                row.text("owner"),
                row.truth("older"),
                row.truth("protected_case"),
                State.valueOf(row.text("state")),
                row.text("provider_sha256"),
                row.number("generation"),
                row.time("created_at"),
                row.optionalTime("expires_at").orElse(null));
    }
}
