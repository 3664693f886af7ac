package tacit.pulse.loop;

import org.jspecify.annotations.Nullable;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseRun;

/**
 * The run of a dispatch or of one of its steps, with what is kept for it. Immutable.
 *
 * @param run its record
 * @param orderKey what makes it the same when it is ordered again; null for a step
 * @param plan what it does
 * @param consumed whether its signals were told to be dealt with
 * @param settled whether its end was told to all who must know
 */
record Dispatch(PulseRun run, @Nullable String orderKey, Plan plan, boolean consumed, boolean settled) {

    String id() {
        return run.id();
    }

    /** Whether an execution does it, or its steps. */
    boolean isWork() {
        return isWork(run.kind());
    }

    static boolean isWork(@Nullable DispatchKind kind) {
        return kind == DispatchKind.TASK || kind == DispatchKind.RUNBOOK;
    }
}
