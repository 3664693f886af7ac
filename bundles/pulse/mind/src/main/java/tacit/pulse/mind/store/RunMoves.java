package tacit.pulse.mind.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.store.Session;

/** Moves runs from stage to stage, each only from where it stands. Confined to one transaction. */
public final class RunMoves {

    private static final List<String> COLUMNS = List.of(
            "id",
            "profile_id",
            "workspace_id",
            "target_key",
            "open_key",
            "fingerprint",
            "reason",
            "stage",
            "summary",
            "askable",
            "settled",
            "created_at");

    private final Session session;

    public RunMoves(Session session) {
        this.session = session;
    }

    /** Begins one; false when its target has one that goes on. */
    public boolean begin(ReflectionRun run) {
        @Nullable
        Object[] row = {
            run.id(),
            run.profileId(),
            run.workspaceId(),
            run.targetKey(),
            Digest.of(run.profileId(), run.targetKey()),
            run.fingerprint(),
            run.reason(),
            Stage.COLLECTING_EVIDENCE.name(),
            "",
            false,
            false,
            run.createdAt()
        };
        return session.insertAbsent("mind_runs", COLUMNS, Collections.singletonList(row))[0];
    }

    /**
     * Moves a run on.
     *
     * @throws IllegalStateException when it may not move so, or does not stand there any more
     */
    public void move(ReflectionRun run, Stage to) {
        allow(run, to);
        if (to.ended()) {
            throw new IllegalArgumentException("to must not be an end, got " + to);
        }
        moved(
                run,
                session.update(
                        "UPDATE mind_runs SET stage = ? WHERE id = ? AND stage = ?",
                        to.name(),
                        run.id(),
                        run.stage().name()));
    }

    /**
     * Ends a run.
     *
     * @throws IllegalStateException when it may not end so, or does not stand there any more
     */
    public void end(ReflectionRun run, Stage to, Outcome outcome, String summary, @Nullable String error, Instant now) {
        allow(run, to);
        moved(
                run,
                session.update(
                        "UPDATE mind_runs SET stage = ?, outcome = ?, summary = ?, error = ?, open_key = NULL,"
                                + " settled = FALSE, ended_at = COALESCE(ended_at, ?) WHERE id = ? AND stage = ?",
                        to.name(),
                        outcome.name(),
                        summary,
                        error,
                        now,
                        run.id(),
                        run.stage().name()));
    }

    private static void allow(ReflectionRun run, Stage to) {
        if (!run.stage().leadsTo(to)) {
            throw new IllegalStateException(
                    "Cannot move run '" + run.id() + "': " + run.stage() + " does not lead to " + to);
        }
    }

    private static void moved(ReflectionRun run, int rows) {
        if (rows != 1) {
            throw new IllegalStateException(
                    "Cannot move run '" + run.id() + "': it is not " + run.stage() + " any more");
        }
    }

    public void trace(String id, String traceId) {
        session.update("UPDATE mind_runs SET trace_id = ? WHERE id = ? AND trace_id IS NULL", traceId, id);
    }

    public void summed(String id, String summary) {
        session.update("UPDATE mind_runs SET summary = ? WHERE id = ?", summary, id);
    }

    public void judged(String id, @Nullable String winner, ReflectionJudgement judgement) {
        session.update(
                "UPDATE mind_runs SET winner = ?, dispatch_kind = ?, confidence = ?, usefulness = ?, freshness = ?, risk = ?,"
                        + " permission = ?, askable = ?, intent = ?, foreseen = ? WHERE id = ?",
                winner,
                judgement.action() == null ? null : judgement.action().name(),
                judgement.confidence(),
                judgement.usefulness(),
                judgement.freshness(),
                judgement.risk().name(),
                judgement.permission().name(),
                judgement.askable(),
                judgement.intent().name(),
                judgement.outcome().name(),
                id);
    }

    public void dispatched(String id, String kind, @Nullable String dispatchId, String status) {
        session.update(
                "UPDATE mind_runs SET dispatch_kind = ?, dispatch_id = ?, dispatch_status = ? WHERE id = ?",
                kind,
                dispatchId,
                status,
                id);
    }

    /** Keeps how the work behind a run ended. */
    public void dispatchEnded(String dispatchId, String status) {
        session.update("UPDATE mind_runs SET dispatch_status = ? WHERE dispatch_id = ?", status, dispatchId);
    }

    public void settled(String id) {
        session.update("UPDATE mind_runs SET settled = TRUE WHERE id = ? AND open_key IS NULL", id);
    }
}
