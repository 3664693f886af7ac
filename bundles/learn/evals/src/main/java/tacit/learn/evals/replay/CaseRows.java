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
import tacit.api.store.Page;
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

    private static final List<String> QUESTION =
            List.of("workspace_id", "case_id", "method", "inputs", "clock", "seed", "inner_calls", "checks");

    private static final String SELECT = "SELECT c." + String.join(", c.", COLUMNS)
            + ", q.method, q.inputs, q.clock, q.seed, q.inner_calls, q.checks FROM replay_cases c"
            + " JOIN replay_questions q ON q.workspace_id = c.workspace_id AND q.case_id = c.id WHERE c.workspace_id = ?";

    private final Session session;
    private final String workspace;

    CaseRows(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    Optional<ReplayCase> find(String id) {
        return session.selectOne(SELECT + " AND c.id = ?", CaseRows::read, workspace, id);
    }

    boolean isThere(String id) {
        return session.selectOne(
                        "SELECT id FROM replay_cases WHERE workspace_id = ? AND id = ?",
                        row -> row.text("id"),
                        workspace,
                        id)
                .isPresent();
    }

    /** Finds the page first and reads its texts then, so that nobody joins what is skipped. */
    List<ReplayCase> list(String role, PageRequest page) {
        List<Object> values = values(role);
        values.add(page.limit());
        values.add(page.offset());
        return session
                .select(
                        "SELECT c.id FROM replay_cases c WHERE c.workspace_id = ?" + only(role)
                                + " ORDER BY c.sequence DESC LIMIT ? OFFSET ?",
                        row -> row.text("id"),
                        values.toArray())
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    Page<ReplayCase> ofSource(String source, PageRequest page) {
        String where = " FROM replay_cases c WHERE c.workspace_id = ? AND c.source = ?";
        long total = number("SELECT COUNT(*) AS n" + where, List.of(workspace, source));
        List<ReplayCase> rows = session
                .select(
                        "SELECT c.id" + where + " ORDER BY c.sequence DESC LIMIT ? OFFSET ?",
                        row -> row.text("id"),
                        workspace,
                        source,
                        page.limit(),
                        page.offset())
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
        return new Page<>(rows, page.offset(), total);
    }

    long count(String role) {
        return number("SELECT COUNT(*) AS n FROM replay_cases c WHERE c.workspace_id = ?" + only(role), values(role));
    }

    /** @throws IllegalStateException when a case with this id would be one more than a workspace may have in use */
    void requireRoom(String id, int most) {
        if (!isThere(id) && inUse() >= most) {
            throw new IllegalStateException("Cannot keep another case: workspace '" + workspace + "' has " + most
                    + " in use, the most that it may");
        }
    }

    /** How many are not out of use for good. */
    private long inUse() {
        return number(
                "SELECT COUNT(*) AS n FROM replay_cases WHERE workspace_id = ? AND state <> 'RETIRED'",
                List.of(workspace));
    }

    private long number(String sql, List<Object> values) {
        return session.selectOne(sql, row -> row.number("n"), values.toArray()).orElse(0L);
    }

    private static String only(String role) {
        return role.isEmpty() ? "" : " AND c.role_name = ?";
    }

    private List<Object> values(String role) {
        List<Object> values = new ArrayList<>(List.of(workspace));
        if (!role.isEmpty()) {
            values.add(role);
        }
        return values;
    }

    /** Adds a case; one that is there already stays as it is. */
    void add(ReplayCase made, String question) {
        if (!addCase(made, question)) {
            return;
        }
        Situation asked = made.situation();
        Object[] values = {
            workspace,
            made.id(),
            asked.method(),
            asked.inputs(),
            asked.clock().toString(),
            asked.seed(),
            Json.calls(asked.inner()),
            Json.checks(made.checks())
        };
        session.insertAbsent("replay_questions", QUESTION, List.<@Nullable Object[]>of(values));
    }

    private boolean addCase(ReplayCase made, String question) {
        @Nullable
        Object[] values = {
            workspace,
            made.id(),
            made.title(),
            made.situation().role(),
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

    private static Situation asked(Row row) {
        return new Situation(
                row.text("role_name"),
                row.text("method"),
                row.text("inputs"),
                Instant.parse(row.text("clock")),
                row.number("seed"),
                Json.calls(row.text("inner_calls")));
    }

    private static ReplayCase read(Row row) {
        return new ReplayCase(
                row.text("id"),
                row.text("title"),
                asked(row),
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
