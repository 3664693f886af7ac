package tacit.learn.proposers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Proposers.Fate;
import tacit.api.store.Session;

/** Reads and writes the rounds of proposers and what became of their proposals, within one transaction. */
final class RoundRows {

    private final Session session;

    RoundRows(Session session) {
        this.session = session;
    }

    /** A round of a proposer. */
    record Round(String workspaceId, String proposer, Instant at) {}

    /** What came of a round. */
    record Result(long entered, long refused, long casesAsked, List<String> notes, List<Fate> fates) {}

    /** All rounds of a proposer together. */
    record Sum(String proposer, long rounds, long entered, long refused, long casesAsked, Instant lastAt) {}

    /** Written down before the proposer is asked: one that ends the host is not asked again at once. */
    boolean begin(Round round) {
        return session.insertAbsent(
                        "proposer_rounds",
                        List.of("workspace_id", "proposer", "round_at", "entered", "refused", "cases_asked", "notes"),
                        List.<@Nullable Object[]>of(new @Nullable Object[] {
                            round.workspaceId(), round.proposer(), round.at(), 0L, 0L, 0L, "It did not end"
                        }))[0];
    }

    void end(Round round, Result result) {
        session.update(
                "UPDATE proposer_rounds SET entered = ?, refused = ?, cases_asked = ?, notes = ?"
                        + " WHERE workspace_id = ? AND proposer = ? AND round_at = ?",
                result.entered(),
                result.refused(),
                result.casesAsked(),
                String.join("\n", result.notes()),
                round.workspaceId(),
                round.proposer(),
                round.at());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Fate fate : result.fates()) {
            rows.add(new @Nullable Object[] {
                round.workspaceId(),
                round.proposer(),
                round.at(),
                (long) rows.size(),
                fate.title(),
                fate.experimentId(),
                fate.refusal()
            });
        }
        if (!rows.isEmpty()) {
            session.insertAbsent(
                    "proposer_fates",
                    List.of(
                            "workspace_id",
                            "proposer",
                            "round_at",
                            "place_in_round",
                            "title",
                            "experiment_id",
                            "refusal"),
                    rows);
        }
    }

    Optional<Instant> lastAt(String workspaceId, String proposer) {
        return session.selectOne(
                        "SELECT MAX(round_at) AS last_at FROM proposer_rounds WHERE workspace_id = ? AND proposer = ?",
                        row -> row.optionalTime("last_at"),
                        workspaceId,
                        proposer)
                .flatMap(last -> last);
    }

    List<Sum> sums(String workspaceId) {
        return session.select(
                "SELECT proposer, COUNT(*) AS rounds, SUM(entered) AS entered, SUM(refused) AS refused,"
                        + " SUM(cases_asked) AS asked, MAX(round_at) AS last_at FROM proposer_rounds"
                        + " WHERE workspace_id = ? GROUP BY proposer ORDER BY proposer",
                row -> new Sum(
                        row.text("proposer"),
                        row.number("rounds"),
                        row.number("entered"),
                        row.number("refused"),
                        row.number("asked"),
                        row.time("last_at")),
                workspaceId);
    }

    List<String> notes(Round round) {
        return session.selectOne(
                        "SELECT notes FROM proposer_rounds WHERE workspace_id = ? AND proposer = ? AND round_at = ?",
                        row -> row.text("notes").lines().toList(),
                        round.workspaceId(),
                        round.proposer(),
                        round.at())
                .orElse(List.of());
    }

    List<Fate> latest(String workspaceId, String proposer, int most) {
        return session.select(
                "SELECT * FROM proposer_fates WHERE workspace_id = ? AND proposer = ?"
                        + " ORDER BY round_at DESC, place_in_round OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
                row -> new Fate(
                        row.text("title"),
                        row.optionalText("experiment_id").orElse(null),
                        row.optionalText("refusal").orElse(null),
                        row.time("round_at")),
                workspaceId,
                proposer,
                most);
    }

    void forgetBefore(Instant time) {
        session.update("DELETE FROM proposer_fates WHERE round_at < ?", time);
        session.update("DELETE FROM proposer_rounds WHERE round_at < ?", time);
    }
}
