package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.store.Session;

/** The rows of runs in one transaction: they are added, and moved from state to state. */
final class RunRows {

    static final Map<State, Set<State>> MOVES = Map.of(
            State.QUEUED, Set.of(State.RUNNING, State.FAILED, State.CANCELLED, State.INTERRUPTED),
            State.RUNNING, Set.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.INTERRUPTED));

    private static final List<String> COLUMNS = List.of(
            "id",
            "parent_id",
            "profile_id",
            "workspace_id",
            "type",
            "kind",
            "state",
            "source",
            "reason",
            "outcome",
            "rule",
            "summary",
            "error",
            "execution_id",
            "approval_id",
            "trace_id",
            "order_key",
            "flight_key",
            "evidence",
            "plan",
            "tokens",
            "micros",
            "consumed",
            "settled",
            "created_at",
            "started_at",
            "ended_at");

    private final Session session;

    RunRows(Session session) {
        this.session = session;
    }

    /** False when it is there. */
    boolean add(PulseRun pulse) {
        return insert(pulse, null, null, null);
    }

    /**
     * False when it is there, or another flies for its profile in its workspace.
     */
    boolean add(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        boolean flies = run.type() == PulseRun.Type.DISPATCH && dispatch.isWork();
        return insert(
                run, dispatch.orderKey(), flies ? flight(run.profileId(), run.workspaceId()) : null, dispatch.plan());
    }

    static String flight(String profileId, @Nullable String workspaceId) {
        return profileId + "\n" + workspaceId;
    }

    private boolean insert(PulseRun run, @Nullable String key, @Nullable String flight, @Nullable Plan plan) {
        List<@Nullable Object> values = new ArrayList<>();
        add(
                values,
                run.id(),
                run.parentId(),
                run.profileId(),
                run.workspaceId(),
                run.type().name(),
                name(run.kind()));
        add(values, run.state().name(), run.source(), run.reason(), name(run.outcome()), run.rule(), run.summary());
        add(values, run.error(), run.executionId(), run.approvalId(), run.traceId(), key, flight);
        add(values, Kept.json(run.evidence()), plan == null ? null : Kept.json(plan));
        add(values, run.cost().tokens(), run.cost().micros(), false);
        add(values, run.type() == PulseRun.Type.PULSE && run.state().ended(), run.createdAt(), run.startedAt());
        add(values, run.endedAt());
        return session.insertAbsent("pulse_runs", COLUMNS, List.<@Nullable Object[]>of(values.toArray()))[0];
    }

    private static void add(List<@Nullable Object> values, @Nullable Object... more) {
        for (Object value : more) {
            values.add(value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** False when it is not queued any more. */
    boolean start(String id, @Nullable String executionId, Instant now) {
        allowed(State.QUEUED, State.RUNNING);
        return session.update(
                        "UPDATE pulse_runs SET state = 'RUNNING', execution_id = COALESCE(?, execution_id), started_at = ?"
                                + " WHERE id = ? AND state = 'QUEUED'",
                        executionId,
                        now,
                        id)
                == 1;
    }

    /** False when it is not, or no longer, in that state. */
    boolean end(String id, State from, End end, Instant now) {
        allowed(from, end.state());
        return session.update(
                        "UPDATE pulse_runs SET state = ?, summary = COALESCE(?, summary), error = ?, tokens = ?, micros = ?,"
                                + " ended_at = ?, flight_key = NULL, settled = (type = 'PULSE') WHERE id = ? AND state = ?",
                        end.state().name(),
                        end.summary(),
                        end.error(),
                        end.cost().tokens(),
                        end.cost().micros(),
                        now,
                        id,
                        from.name())
                == 1;
    }

    private static void allowed(State from, State to) {
        if (!MOVES.getOrDefault(from, Set.of()).contains(to)) {
            throw new IllegalStateException("Cannot move a run from " + from + " to " + to);
        }
    }

    void approval(String id, String approvalId, @Nullable String executionId) {
        session.update(
                "UPDATE pulse_runs SET approval_id = ?, execution_id = COALESCE(?, execution_id) WHERE id = ?",
                approvalId,
                executionId,
                id);
    }

    void trace(String id, String traceId) {
        session.update("UPDATE pulse_runs SET trace_id = ? WHERE id = ? OR parent_id = ?", traceId, id, id);
    }

    void consumed(String id) {
        session.update("UPDATE pulse_runs SET consumed = TRUE WHERE id = ?", id);
    }

    void settled(String id) {
        session.update("UPDATE pulse_runs SET settled = TRUE WHERE id = ? AND state NOT IN ('QUEUED', 'RUNNING')", id);
    }

    Optional<Dispatch> dispatch(String id) {
        return session.selectOne("SELECT * FROM pulse_runs WHERE id = ? AND type <> 'PULSE'", RunMapping::dispatch, id);
    }

    /**
     * How a run ended. Immutable.
     *
     * @param summary null to keep the one that there is
     * @param denied whether somebody said no: then it is not tried again at once
     */
    record End(
            State state, @Nullable String summary, @Nullable String error, PulseRun.Cost cost, boolean denied) {

        End(State state, @Nullable String summary, @Nullable String error, PulseRun.Cost cost) {
            this(state, summary, error, cost, false);
        }

        static End denied(String why) {
            return new End(State.CANCELLED, why, null, PulseRun.Cost.NONE, true);
        }

        /** Whether the profile rests after it. */
        boolean rests() {
            return state == State.COMPLETED || state == State.FAILED || denied;
        }

        static End of(State state, @Nullable String summary) {
            return new End(state, summary, null, PulseRun.Cost.NONE);
        }

        static End failed(String error) {
            return new End(State.FAILED, null, error, PulseRun.Cost.NONE);
        }
    }
}
