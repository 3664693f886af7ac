package tacit.pulse.loop;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.execute.TaskResult;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.store.Session;

/**
 * Ends dispatches and steps, once, and then tells all who must know. What was not told to somebody is told again until it was: each of
 * them takes the same end once. Thread-safe.
 */
@Component(service = Ends.class)
public final class Ends {

    /** Work at its own times does not make pulses wait. */
    static final String SCHEDULE = "schedule";

    private final PulseStore store;
    private final Spans spans;
    private final Asking asking;
    private final LearningsLog learnings;
    private final Executions executions;
    private final CoreSwitches switches;

    @Activate
    public Ends(
            @Reference PulseStore store,
            @Reference Spans spans,
            @Reference Asking asking,
            @Reference LearningsLog learnings,
            @Reference Executions executions,
            @Reference CoreSwitches switches) {
        this.store = store;
        this.spans = spans;
        this.asking = asking;
        this.learnings = learnings;
        this.executions = executions;
        this.switches = switches;
    }

    /** Takes the end of an execution over into its run; empty when it is none of a dispatch. */
    Optional<Dispatch> of(Execution execution) {
        Optional<Dispatch> found = store.dispatch(execution.brief().runId());
        if (found.isEmpty() || !execution.state().ended()) {
            return Optional.empty();
        }
        return Optional.of(end(found.get(), result(execution)));
    }

    private RunRows.End result(Execution execution) {
        TaskResult result = execution.result();
        PulseRun.Cost cost = result == null ? PulseRun.Cost.NONE : new PulseRun.Cost(result.tokens(), result.micros());
        return switch (execution.state()) {
            case SUCCEEDED ->
                new RunRows.End(
                        State.COMPLETED, store.optionalLine(result == null ? null : result.output()), null, cost);
            case CANCELLED -> new RunRows.End(State.CANCELLED, "Its execution was cancelled", null, cost);
            default ->
                new RunRows.End(
                        State.FAILED,
                        null,
                        store.line(result == null || result.error() == null ? "It failed" : result.error()),
                        cost);
        };
    }

    /** Ends a run, unless it ended, and tells of it. */
    Dispatch end(Dispatch dispatch, RunRows.End end) {
        Instant now = store.now();
        Dispatch ended = store.write(session -> {
            RunRows rows = new RunRows(session);
            Dispatch current = rows.dispatch(dispatch.id()).orElseThrow();
            moved(session, current, end, now);
            return rows.dispatch(dispatch.id()).orElseThrow();
        });
        store.tell(ended.run());
        settle(ended);
        return ended;
    }

    /** The end of a run with all that counts from it, in one transaction. */
    static void moved(Session session, Dispatch current, RunRows.End end, Instant now) {
        RunRows rows = new RunRows(session);
        State from = current.run().state();
        if (from.ended()) {
            return;
        }
        if (from == State.QUEUED && end.state() == State.COMPLETED) {
            rows.start(current.id(), null, now);
            from = State.RUNNING;
        }
        if (rows.end(current.id(), from, end, now)) {
            count(session, current, end, now);
        }
    }

    private static void count(Session session, Dispatch current, RunRows.End end, Instant now) {
        PulseRun run = current.run();
        boolean runbook = run.type() == PulseRun.Type.DISPATCH && run.kind() == DispatchKind.RUNBOOK;
        if (end.state() == State.COMPLETED && !runbook && run.workspaceId() != null) {
            for (String item : current.plan().items()) {
                new ItemRows(session).mark(run.profileId(), run.workspaceId(), item, run.id(), now);
            }
        }
        if (run.type() == PulseRun.Type.DISPATCH && !run.source().equals(SCHEDULE) && end.rests()) {
            new Standing.Rows(session).dispatched(run.profileId(), now, end.state() != State.FAILED);
        }
    }

    /** Tells of an end to those who were not told yet. */
    void settle(Dispatch dispatch) {
        if (dispatch.settled() || !dispatch.run().state().ended()) {
            return;
        }
        PulseRun run = dispatch.run();
        if (run.state() == State.CANCELLED && run.executionId() != null) {
            executions.cancel(run.executionId(), "heartbeat", "Its dispatch was cancelled");
        }
        store.together(() -> told(dispatch));
    }

    private Dispatch told(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        spans.ended(dispatch);
        if (run.type() == PulseRun.Type.DISPATCH) {
            join(dispatch);
            asking.outcome(run);
            learn(dispatch);
        }
        return store.write(session -> {
            new RunRows(session).settled(dispatch.id());
            return dispatch;
        });
    }

    private void join(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        String result = run.state() == State.COMPLETED ? "succeeded" : Spans.lower(run.state());
        if (run.executionId() != null) {
            spans.join(run.executionId(), result);
        }
        store.steps(run.id()).stream()
                .map(step -> step.run().executionId())
                .filter(id -> id != null)
                .findFirst()
                .ifPresent(first -> spans.join(first, result));
    }

    private void learn(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        if (!dispatch.isWork() || !switches.on(CoreStage.LEARNING)) {
            return;
        }
        learnings.add(
                run.profileId(),
                run.workspaceId(),
                Learning.Kind.DISPATCH_RESULT,
                run.id(),
                Spans.lower(run.state()) + ": " + dispatch.plan().title(),
                run.traceId(),
                "dispatch:" + run.id());
    }
}
