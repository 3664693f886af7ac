package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/**
 * Runs of agents in the profile's workspace that turned out badly: its own, and those that are nobody's. What was said for one user
 * stays that user's.
 */
final class FailedRuns implements Source {

    private static final int MOST = 50;

    private final TraceStore traces;

    FailedRuns(TraceStore traces) {
        this.traces = traces;
    }

    @Override
    public String name() {
        return "traces";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        TraceFilter filter = new TraceFilter(null, null, null, OutcomeLabel.FAILURE, null, since, null);
        return traces.list(Scope.ofWorkspace(profile.workspaceId()), filter, PageRequest.first(MOST)).rows().stream()
                .filter(trace -> trace.startedAt() != null
                        && (trace.profileId() == null || trace.profileId().equals(profile.id())))
                .map(trace -> Keys.workspace(profile, saw(trace)))
                .toList();
    }

    private static Keys.Saw saw(Trace trace) {
        String why = trace.userId() == null
                ? Objects.requireNonNullElse(trace.outcome().explanation(), "without a reason")
                : "for one user";
        String task = Objects.requireNonNullElse(trace.taskKey(), trace.id());
        return Keys.Saw.made(
                ReflectionEvidence.Type.FAILED_TRACE,
                true,
                "failed: " + Objects.requireNonNullElse(trace.agent(), "an agent") + " at " + task + ": " + why,
                "task:" + task,
                "trace:" + trace.id(),
                Objects.requireNonNull(trace.startedAt()),
                "trace",
                trace.id());
    }
}
