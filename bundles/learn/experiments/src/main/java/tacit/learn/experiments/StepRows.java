package tacit.learn.experiments;

import java.util.List;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.store.Session;

/** Reads and adds to the history of experiments, within one transaction; nothing in it is ever altered. */
final class StepRows {

    private final Session session;

    StepRows(Session session) {
        this.session = session;
    }

    /** The oldest first. */
    List<ExperimentStep> of(String experimentId) {
        return session.select(
                "SELECT * FROM experiment_steps WHERE experiment_id = ? ORDER BY version",
                row -> new ExperimentStep(
                        row.number("version"),
                        row.optionalText("from_state")
                                .map(ExperimentState::valueOf)
                                .orElse(null),
                        ExperimentState.valueOf(row.text("to_state")),
                        row.text("actor"),
                        row.text("reason"),
                        row.time("noted_at")),
                experimentId);
    }

    void add(String experimentId, ExperimentStep step) {
        ExperimentState from = step.from();
        session.update(
                "INSERT INTO experiment_steps (experiment_id, version, from_state, to_state, actor, reason, noted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                experimentId,
                step.version(),
                from == null ? null : from.name(),
                step.to().name(),
                step.by(),
                step.reason(),
                step.at());
    }
}
