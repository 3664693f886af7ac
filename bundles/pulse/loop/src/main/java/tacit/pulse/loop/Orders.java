package tacit.pulse.loop;

import java.time.Instant;
import java.util.List;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;

/** Runs as they begin. */
final class Orders {

    private Orders() {}

    /** What a parent decided. */
    static PulseRun queued(
            String id,
            PulseRun parent,
            PulseRun.Type type,
            DispatchKind kind,
            String rule,
            List<String> evidence,
            Instant now) {
        return new PulseRun(
                id,
                parent.id(),
                parent.profileId(),
                parent.workspaceId(),
                type,
                kind,
                State.QUEUED,
                parent.source(),
                parent.reason(),
                null,
                rule,
                null,
                null,
                null,
                null,
                parent.traceId(),
                evidence,
                PulseRun.Cost.NONE,
                now,
                null,
                null);
    }

    /** What was ordered. */
    static PulseRun ordered(String id, DispatchOrder order, String traceId, Instant now) {
        return new PulseRun(
                id,
                order.parentId(),
                order.profileId(),
                order.workspaceId(),
                PulseRun.Type.DISPATCH,
                DispatchKind.TASK,
                State.QUEUED,
                order.source(),
                order.key(),
                null,
                null,
                null,
                null,
                null,
                null,
                traceId,
                order.evidence(),
                PulseRun.Cost.NONE,
                now,
                null,
                null);
    }

    /** A pulse whose dispatch came too late: something else is in flight since it looked. */
    static PulseRun late(PulseRun pulse) {
        return new PulseRun(
                pulse.id(),
                null,
                pulse.profileId(),
                pulse.workspaceId(),
                pulse.type(),
                null,
                pulse.state(),
                pulse.source(),
                pulse.reason(),
                PulseOutcome.IDLE,
                "in_flight",
                "Something else began meanwhile",
                null,
                null,
                null,
                pulse.traceId(),
                pulse.evidence(),
                pulse.cost(),
                pulse.createdAt(),
                pulse.startedAt(),
                pulse.endedAt());
    }

    /** A pulse that went wrong. */
    static PulseRun failed(PulseRun pulse, String error) {
        return new PulseRun(
                pulse.id(),
                null,
                pulse.profileId(),
                pulse.workspaceId(),
                pulse.type(),
                null,
                State.FAILED,
                pulse.source(),
                pulse.reason(),
                null,
                null,
                null,
                error,
                null,
                null,
                pulse.traceId(),
                List.of(),
                PulseRun.Cost.NONE,
                pulse.createdAt(),
                pulse.startedAt(),
                pulse.endedAt());
    }
}
