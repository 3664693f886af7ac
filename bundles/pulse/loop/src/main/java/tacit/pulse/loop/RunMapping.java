package tacit.pulse.loop;

import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseRun;
import tacit.api.store.Row;

/** Reads runs from their rows. */
final class RunMapping {

    private RunMapping() {}

    static PulseRun run(Row row) {
        return new PulseRun(
                row.text("id"),
                row.optionalText("parent_id").orElse(null),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                PulseRun.Type.valueOf(row.text("type")),
                row.optionalText("kind").map(DispatchKind::valueOf).orElse(null),
                PulseRun.State.valueOf(row.text("state")),
                row.text("source"),
                row.text("reason"),
                row.optionalText("outcome").map(PulseOutcome::valueOf).orElse(null),
                row.optionalText("rule").orElse(null),
                row.optionalText("summary").orElse(null),
                row.optionalText("error").orElse(null),
                row.optionalText("execution_id").orElse(null),
                row.optionalText("approval_id").orElse(null),
                row.optionalText("trace_id").orElse(null),
                Kept.texts(row.text("evidence")),
                new PulseRun.Cost(row.number("tokens"), row.number("micros")),
                row.time("created_at"),
                row.optionalTime("started_at").orElse(null),
                row.optionalTime("ended_at").orElse(null));
    }

    static Dispatch dispatch(Row row) {
        return new Dispatch(
                run(row),
                row.optionalText("order_key").orElse(null),
                Kept.plan(row.text("plan")),
                row.truth("consumed"),
                row.truth("settled"));
    }
}
