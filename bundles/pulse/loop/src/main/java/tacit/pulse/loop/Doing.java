package tacit.pulse.loop;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;

/**
 * Leads dispatches on from where they stand, as far as it goes now: each step is harmless when it is done again, so whoever takes a
 * dispatch up after a crash just leads it on. Thread-safe.
 */
@Component(service = Doing.class)
public final class Doing {

    private final PulseStore store;
    private final Executions executions;
    private final Asking asking;
    private final Briefs briefs;
    private final Spans spans;
    private final Ends ends;
    private final CoreSwitches switches;
    private final Telling telling;

    @Activate
    public Doing(
            @Reference PulseStore store,
            @Reference Executions executions,
            @Reference Asking asking,
            @Reference Briefs briefs,
            @Reference Spans spans,
            @Reference Ends ends,
            @Reference CoreSwitches switches,
            @Reference Telling telling) {
        this.store = store;
        this.executions = executions;
        this.asking = asking;
        this.briefs = briefs;
        this.spans = spans;
        this.ends = ends;
        this.switches = switches;
        this.telling = telling;
    }

    /** Leads a dispatch on; it is answered as it stands then. */
    PulseRun lead(String dispatchId) {
        Dispatch dispatch = store.dispatch(dispatchId)
                .orElseThrow(() -> new IllegalArgumentException("There is no dispatch '" + dispatchId + "'"));
        telling.consume(dispatch);
        if (dispatch.run().state().ended()) {
            ends.settle(dispatch);
        } else if (dispatch.run().kind() != null) {
            switch (dispatch.run().kind()) {
                case TASK -> task(dispatch);
                case RUNBOOK -> runbook(dispatch);
                case CRON_HANDOFF -> handOver(dispatch);
                case SUGGESTION, SILENT -> telling.suggest(dispatch);
            }
        }
        return store.run(dispatchId).orElseThrow();
    }

    /** Tells of the end of a dispatch or a step to those who were not told. */
    void settle(Dispatch ended) {
        ends.settle(ended);
    }

    private boolean off() {
        return !switches.on(CoreStage.DISPATCH);
    }

    private void task(Dispatch dispatch) {
        if (dispatch.run().state() == State.RUNNING) {
            look(dispatch);
            return;
        }
        Approval approval = judge(dispatch);
        if (approval == null) {
            return;
        }
        if (approval.state() == Approval.State.PENDING) {
            give(dispatch, approval.id()).ifPresent(execution -> asked(dispatch, approval, execution.id()));
            return;
        }
        give(dispatch, null).ifPresent(execution -> {
            if (execution.state() == Execution.State.WAITING) {
                executions.release(execution.id(), approval.answeredBy() == null ? "policy" : approval.answeredBy());
            }
            begun(dispatch, execution.id());
        });
    }

    /** What the approvals say; null when it can not go on: it was denied and has ended, or the stage is off. */
    private @Nullable Approval judge(Dispatch dispatch) {
        if (off()) {
            return null;
        }
        Approval approval = asking.ask(dispatch);
        spans.judged(dispatch, approval);
        if (approval.state() == Approval.State.PENDING || approval.state() == Approval.State.APPROVED) {
            asked(dispatch, approval, null);
            return off() ? null : approval;
        }
        deny(dispatch, approval);
        return null;
    }

    private void deny(Dispatch dispatch, Approval approval) {
        asked(dispatch, approval, null);
        executions
                .ofBrief(dispatch.id())
                .ifPresent(execution -> executions.cancel(
                        execution.id(), "approvals", approval.decision().reason()));
        RunRows.End end = RunRows.End.denied(store.line(
                Spans.lower(approval.state()) + ": " + approval.decision().reason()));
        for (Dispatch step : store.steps(dispatch.id())) {
            ends.end(step, end);
        }
        ends.end(store.dispatch(dispatch.id()).orElseThrow(), end);
    }

    private void asked(Dispatch dispatch, Approval approval, @Nullable String executionId) {
        store.write(session -> {
            new RunRows(session).approval(dispatch.id(), approval.id(), executionId);
            return approval;
        });
    }

    private void begun(Dispatch dispatch, @Nullable String executionId) {
        store.write(session -> new RunRows(session).start(dispatch.id(), executionId, store.now()));
        store.run(dispatch.id()).ifPresent(store::tell);
    }

    /** The execution of a dispatch or a step, given now if it was not; empty when nothing can do it, and then it failed. */
    private Optional<Execution> give(Dispatch dispatch, @Nullable String approvalId) {
        try {
            Execution execution = executions.submit(briefs.of(dispatch, store.now()), approvalId);
            store.together(() -> {
                spans.given(dispatch, execution.id());
                return execution;
            });
            return Optional.of(execution);
        } catch (IllegalArgumentException e) {
            telling.instead(dispatch);
            ends.end(dispatch, RunRows.End.failed(store.line(String.valueOf(e.getMessage()))));
            return Optional.empty();
        }
    }

    /** Looks how work goes that was given; the execution is the truth. */
    private void look(Dispatch dispatch) {
        Optional<Execution> execution = executions.ofBrief(dispatch.id());
        if (execution.isEmpty() && !off()) {
            execution = give(dispatch, null);
        }
        execution.filter(found -> found.state().ended()).ifPresent(ends::of);
    }

    private void runbook(Dispatch dispatch) {
        if (dispatch.run().state() == State.QUEUED) {
            Approval approval = judge(dispatch);
            if (approval == null || approval.state() == Approval.State.PENDING) {
                return;
            }
            begun(dispatch, null);
        }
        List<Dispatch> steps = store.steps(dispatch.id());
        for (Dispatch step : steps) {
            if (!step.run().state().ended() && !stepEnded(step)) {
                return;
            }
        }
        ends.end(dispatch, all(store.steps(dispatch.id())));
    }

    /** Whether a step is over: it is given when it was not. */
    private boolean stepEnded(Dispatch step) {
        if (step.run().state() == State.QUEUED) {
            if (off()) {
                return false;
            }
            Optional<Execution> given = give(step, null);
            given.ifPresent(execution -> begun(step, execution.id()));
        }
        Dispatch now = store.dispatch(step.id()).orElseThrow();
        if (now.run().state() == State.RUNNING) {
            look(now);
        }
        return store.dispatch(step.id()).orElseThrow().run().state().ended();
    }

    private static RunRows.End all(List<Dispatch> steps) {
        long done = steps.stream()
                .filter(step -> step.run().state() == State.COMPLETED)
                .count();
        PulseRun.Cost cost = new PulseRun.Cost(
                steps.stream().mapToLong(step -> step.run().cost().tokens()).sum(),
                steps.stream().mapToLong(step -> step.run().cost().micros()).sum());
        String summary = done + " of " + steps.size() + " steps done";
        return done == steps.size()
                ? new RunRows.End(State.COMPLETED, summary, null, cost)
                : new RunRows.End(State.FAILED, summary, summary, cost);
    }

    private void handOver(Dispatch dispatch) {
        Approval approval = judge(dispatch);
        if (approval != null && approval.state() == Approval.State.APPROVED) {
            ends.settle(telling.handOver(dispatch));
        }
    }
}
