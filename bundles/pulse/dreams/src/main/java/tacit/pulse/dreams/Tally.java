package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamRun.Status;

/** Counts what a run does. Confined to it. */
final class Tally {

    private static final int LONGEST_ERROR = 1_000;

    int evidence;
    int proposed;
    int merged;
    int dropped;

    /** The ids of candidates that it proposed or added to. */
    final List<String> given = new ArrayList<>();

    DreamRun ended(DreamRun run, Instant now) {
        boolean nothing = evidence == 0 && proposed + merged == 0;
        String summary = nothing
                ? "There was no evidence"
                : proposed + " proposed, " + merged + " merged, " + dropped + " dropped, from " + evidence
                        + " pieces of evidence";
        return ended(run, nothing ? Status.SKIPPED : Status.COMPLETED, summary, null, now);
    }

    DreamRun failed(DreamRun run, String error, Instant now) {
        return ended(run, Status.FAILED, "It failed", Gathering.bounded(error, LONGEST_ERROR), now);
    }

    private DreamRun ended(DreamRun run, Status status, String summary, @Nullable String error, Instant now) {
        return new DreamRun(
                run.id(),
                run.workspaceId(),
                run.profileId(),
                run.scope(),
                run.scopeRef(),
                status,
                run.trigger(),
                run.reference(),
                run.instructions(),
                summary,
                evidence,
                proposed,
                merged,
                dropped,
                error,
                run.startedAt(),
                now);
    }
}
