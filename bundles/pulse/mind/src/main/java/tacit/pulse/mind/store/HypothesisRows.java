package tacit.pulse.mind.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionChoice.Scored;
import tacit.api.reflect.ReflectionRun.Judged;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The hypotheses of runs, and what was said of them. Confined to one transaction. */
public final class HypothesisRows {

    private static final List<String> COLUMNS = List.of(
            "run_id",
            "id",
            "place",
            "generator",
            "title",
            "statement",
            "prompt",
            "steps",
            "confidence",
            "evidence",
            "state",
            "scored",
            "why_not");

    private final Session session;

    public HypothesisRows(Session session) {
        this.session = session;
    }

    public void propose(String run, List<Hypothesis> hypotheses) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Hypothesis one : hypotheses) {
            rows.add(new @Nullable Object[] {
                run,
                one.id(),
                (long) rows.size(),
                one.generator(),
                one.title(),
                one.statement(),
                one.prompt(),
                Lists.text(one.steps()),
                one.confidence(),
                Lists.text(one.evidence()),
                Hypothesis.State.PROPOSED.name(),
                "[]",
                ""
            });
        }
        if (!rows.isEmpty()) {
            session.insertAbsent("mind_hypotheses", COLUMNS, rows);
        }
    }

    /**
     * Says what became of one.
     *
     * @throws IllegalStateException when that was said before
     */
    public void judge(String run, Scored score, Hypothesis.State state) {
        if (state == Hypothesis.State.PROPOSED) {
            throw new IllegalStateException(refused(run, score.hypothesisId()));
        }
        int rows = session.update(
                "UPDATE mind_hypotheses SET state = ?, score = ?, scored = ?, why_not = ?"
                        + " WHERE run_id = ? AND id = ? AND state = 'PROPOSED'",
                state.name(),
                score.score(),
                Lists.text(score.scored()),
                score.whyNot(),
                run,
                score.hypothesisId());
        if (rows != 1) {
            throw new IllegalStateException(refused(run, score.hypothesisId()));
        }
    }

    private static String refused(String run, String id) {
        return "Cannot judge hypothesis '" + id + "' of run '" + run + "': it is proposed once and judged once";
    }

    /** The best first; as they were proposed before they were judged. */
    public List<Judged> of(String run) {
        return session.select(
                "SELECT * FROM mind_hypotheses WHERE run_id = ? ORDER BY score DESC NULLS LAST, place",
                HypothesisRows::judged,
                run);
    }

    public void critiques(String run, List<Critique> critiques) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Critique one : critiques) {
            rows.add(new @Nullable Object[] {
                run, (long) rows.size(), one.hypothesisId(), one.verdict().name(), one.text(), one.evidenceId()
            });
        }
        if (!rows.isEmpty()) {
            session.insertAbsent(
                    "mind_critiques",
                    List.of("run_id", "place", "hypothesis_id", "verdict", "words", "evidence_id"),
                    rows);
        }
    }

    public List<Critique> critiquesOf(String run) {
        return session.select(
                "SELECT * FROM mind_critiques WHERE run_id = ? ORDER BY place",
                row -> new Critique(
                        row.text("hypothesis_id"),
                        Critique.Verdict.valueOf(row.text("verdict")),
                        row.text("words"),
                        row.optionalText("evidence_id").orElse(null)),
                run);
    }

    private static Judged judged(Row row) {
        Hypothesis hypothesis = new Hypothesis(
                row.text("id"),
                row.text("generator"),
                row.text("title"),
                row.text("statement"),
                row.text("prompt"),
                Lists.list(row.text("steps")),
                row.real("confidence"),
                Lists.list(row.text("evidence")));
        return new Judged(
                hypothesis,
                Hypothesis.State.valueOf(row.text("state")),
                row.optionalReal("score").orElse(null),
                Lists.list(row.text("scored")),
                row.text("why_not"));
    }
}
