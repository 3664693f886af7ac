package tacit.pulse.mind.store;

import java.util.Optional;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.store.Session;

/** What was judged of a run, for the stage that acts on it. Confined to one transaction. */
public final class JudgedRows {

    private final Session session;

    public JudgedRows(Session session) {
        this.session = session;
    }

    /**
     * What was judged. Immutable.
     *
     * @param action what it would become; empty for nothing
     * @param askable whether work may be asked for
     */
    public record Judged(
            Optional<ReflectionAction> action, boolean askable, Intent intent, Outcome outcome, double confidence) {}

    public Judged of(String run) {
        return session.selectOne(
                        "SELECT * FROM mind_runs WHERE id = ?",
                        row -> new Judged(
                                row.optionalText("dispatch_kind").map(ReflectionAction::valueOf),
                                row.truth("askable"),
                                Intent.valueOf(row.text("intent")),
                                Outcome.valueOf(row.text("foreseen")),
                                row.real("confidence")),
                        run)
                .orElseThrow();
    }
}
