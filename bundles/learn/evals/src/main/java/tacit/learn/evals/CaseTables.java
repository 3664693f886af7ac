package tacit.learn.evals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.EvalCase;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** Reads and writes the rows of cases, within one transaction. */
final class CaseTables {

    private static final String COLUMNS = "id, cluster_id, title, split_by, created_at";

    private final Session session;
    private final String workspace;

    CaseTables(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    Optional<EvalCase> find(String id) {
        return session.selectOne(
                "SELECT " + COLUMNS + " FROM eval_cases WHERE workspace_id = ? AND id = ?", this::read, workspace, id);
    }

    /** How a case was dealt; empty when it is not there. */
    Optional<String> splitBy(String id) {
        return session.selectOne(
                "SELECT split_by FROM eval_cases WHERE workspace_id = ? AND id = ?",
                row -> row.text("split_by"),
                workspace,
                id);
    }

    Optional<EvalCase> ofCluster(String clusterId) {
        return session.selectOne(
                "SELECT " + COLUMNS + " FROM eval_cases WHERE workspace_id = ? AND cluster_id = ?"
                        + " ORDER BY created_at DESC, id FETCH FIRST 1 ROWS ONLY",
                this::read,
                workspace,
                clusterId);
    }

    List<EvalCase> list(PageRequest page) {
        return session.select(
                "SELECT " + COLUMNS + " FROM eval_cases WHERE workspace_id = ?"
                        + " ORDER BY created_at DESC, id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                this::read,
                workspace,
                page.offset(),
                page.limit());
    }

    long count() {
        return session.selectOne(
                        "SELECT COUNT(*) AS n FROM eval_cases WHERE workspace_id = ?",
                        row -> row.number("n"),
                        workspace)
                .orElse(0L);
    }

    /** The side of each task that the case has dealt. */
    Map<String, Side> sides(String caseId) {
        Map<String, Side> sides = new HashMap<>();
        session.select(
                        "SELECT DISTINCT task, side FROM eval_case_members WHERE workspace_id = ? AND case_id = ?",
                        row -> Map.entry(row.text("task"), Side.valueOf(row.text("side"))),
                        workspace,
                        caseId)
                .forEach(entry -> sides.put(entry.getKey(), entry.getValue()));
        return sides;
    }

    /** Adds the case, where it is not there yet; answers whether it was not. */
    boolean add(EvalCase evalCase) {
        boolean[] made = session.insertAbsent(
                "eval_cases",
                List.of("workspace_id", "id", "cluster_id", "title", "split_by", "created_at"),
                List.<@Nullable Object[]>of(new @Nullable Object[] {
                    workspace,
                    evalCase.id(),
                    evalCase.clusterId(),
                    evalCase.title(),
                    evalCase.splitBy(),
                    evalCase.createdAt()
                }));
        if (made[0]) {
            addChecks(evalCase);
        }
        return made[0];
    }

    private void addChecks(EvalCase evalCase) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        evalCase.check()
                .forEach((name, expected) ->
                        rows.add(new @Nullable Object[] {workspace, evalCase.id(), name, expected}));
        session.insertAbsent("eval_case_checks", List.of("workspace_id", "case_id", "name", "expected"), rows);
    }

    /** Adds those members that are not there yet; answers whether there were any. */
    boolean addMembers(String caseId, List<Member> members, Map<String, Side> sides) {
        Map<String, @Nullable Object[]> rows = new LinkedHashMap<>();
        for (Member member : members) {
            rows.put(member.traceId(), new @Nullable Object[] {
                workspace, caseId, member.traceId(), member.task(), String.valueOf(sides.get(member.task()))
            });
        }
        boolean[] added = session.insertAbsent(
                "eval_case_members",
                List.of("workspace_id", "case_id", "trace_id", "task", "side"),
                List.copyOf(rows.values()));
        for (boolean one : added) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private EvalCase read(Row row) {
        String id = row.text("id");
        return new EvalCase(
                id,
                row.text("cluster_id"),
                row.text("title"),
                checks(id),
                traces(id, Side.OLDER),
                traces(id, Side.NEWER),
                row.text("split_by"),
                row.time("created_at"));
    }

    private Map<String, String> checks(String caseId) {
        Map<String, String> checks = new LinkedHashMap<>();
        session.select(
                        "SELECT name, expected FROM eval_case_checks WHERE workspace_id = ? AND case_id = ?",
                        row -> Map.entry(row.text("name"), row.text("expected")),
                        workspace,
                        caseId)
                .forEach(entry -> checks.put(entry.getKey(), entry.getValue()));
        return checks;
    }

    private List<String> traces(String caseId, Side side) {
        return session.select(
                "SELECT trace_id FROM eval_case_members WHERE workspace_id = ? AND case_id = ? AND side = ?"
                        + " ORDER BY trace_id",
                row -> row.text("trace_id"),
                workspace,
                caseId,
                side.name());
    }
}
