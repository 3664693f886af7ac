package tacit.learn.evals.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of how cases of one workspace went. Confined to one transaction. */
final class RunRows {

    private static final String SELECT =
            "SELECT case_id, experiment_id, arm, outcome, reason, took_nanos, run_at FROM replay_runs"
                    + " WHERE workspace_id = ? AND case_id = ?";

    private final Session session;
    private final String workspace;

    RunRows(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    void add(List<ReplayRun> runs, long generation) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ReplayRun run : runs) {
            rows.add(new @Nullable Object[] {
                workspace,
                run.caseId(),
                run.experimentId(),
                generation,
                run.arm().name(),
                run.outcome().name(),
                run.reason(),
                run.took().toNanos(),
                run.at()
            });
        }
        session.batch(
                "INSERT INTO replay_runs (workspace_id, case_id, experiment_id, generation, arm, outcome, reason, took_nanos,"
                        + " run_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Removes all but the newest runs of a case. */
    void keepNewest(String caseId, int kept) {
        session.select(
                        "SELECT sequence FROM replay_runs WHERE workspace_id = ? AND case_id = ?"
                                + " ORDER BY sequence DESC LIMIT 1 OFFSET ?",
                        row -> row.number("sequence"),
                        workspace,
                        caseId,
                        kept)
                .forEach(last -> session.update(
                        "DELETE FROM replay_runs WHERE workspace_id = ? AND case_id = ? AND sequence <= ?",
                        workspace,
                        caseId,
                        last));
    }

    List<ReplayRun> list(String caseId, PageRequest page) {
        return session.select(
                SELECT + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                RunRows::read,
                workspace,
                caseId,
                page.limit(),
                page.offset());
    }

    long count(String caseId) {
        return session.selectOne(
                        "SELECT COUNT(*) AS n FROM replay_runs WHERE workspace_id = ? AND case_id = ?",
                        row -> row.number("n"),
                        workspace,
                        caseId)
                .orElse(0L);
    }

    /** The experiments that asked a case. */
    Page<String> experiments(String caseId, PageRequest page) {
        return distinct("experiment_id", "case_id", caseId, page);
    }

    /** The cases that an experiment asked. */
    Page<String> cases(String experimentId, PageRequest page) {
        return distinct("case_id", "experiment_id", experimentId, page);
    }

    private Page<String> distinct(String wanted, String known, String id, PageRequest page) {
        String where = " FROM replay_runs WHERE workspace_id = ? AND " + known + " = ? AND experiment_id IS NOT NULL";
        long total = session.selectOne(
                        "SELECT COUNT(DISTINCT " + wanted + ") AS n" + where, row -> row.number("n"), workspace, id)
                .orElse(0L);
        List<String> ids = session.select(
                "SELECT DISTINCT " + wanted + where + " ORDER BY " + wanted + " LIMIT ? OFFSET ?",
                row -> row.text(wanted),
                workspace,
                id,
                page.limit(),
                page.offset());
        return new Page<>(ids, page.offset(), total);
    }

    /** How the last runs of the harness in force ended that were answered, newest first. */
    List<Outcome> lastOfBaseline(String caseId, int most) {
        return session.select(
                "SELECT outcome FROM replay_runs WHERE workspace_id = ? AND case_id = ? AND arm = 'BASELINE'"
                        + " AND outcome <> 'UNANSWERABLE' ORDER BY sequence DESC LIMIT ?",
                row -> Outcome.valueOf(row.text("outcome")),
                workspace,
                caseId,
                most);
    }

    /** What experiments found of a case under one generation. */
    List<ReplayRun> ofGeneration(String caseId, long generation) {
        return session.select(
                SELECT + " AND generation = ? AND experiment_id IS NOT NULL",
                RunRows::read,
                workspace,
                caseId,
                generation);
    }

    private static ReplayRun read(Row row) {
        return new ReplayRun(
                row.text("case_id"),
                row.optionalText("experiment_id").orElse(null),
                Arm.valueOf(row.text("arm")),
                Outcome.valueOf(row.text("outcome")),
                row.optionalText("reason").orElse(null),
                Duration.ofNanos(row.number("took_nanos")),
                row.time("run_at"));
    }
}
