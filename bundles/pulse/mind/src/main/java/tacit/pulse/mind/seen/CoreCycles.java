package tacit.pulse.mind.seen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.PageRequest;

/** Cycles of the profile that failed, or hang: of its heartbeat and of its other parts, never of its reflection. */
final class CoreCycles implements Source {

    private static final int MOST = 50;
    private static final Duration HANGS = Duration.ofMinutes(30);

    private final CoreTraces traces;
    private final Clock clock;

    CoreCycles(CoreTraces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "core traces";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        return Stream.of(CoreTraceStatus.FAILED, CoreTraceStatus.RUNNING)
                .flatMap(status -> newest(profile, status))
                .filter(trace -> trace.draft().surface() != CoreSurface.SUBCONSCIOUS
                        && !trace.startedAt().isBefore(since)
                        && (trace.status() == CoreTraceStatus.FAILED || hangs(trace)))
                .map(trace -> Keys.role(profile, saw(trace)))
                .toList();
    }

    /** Each by itself, so that cycles that went well hide none that failed. */
    private Stream<CoreTrace> newest(AutomationProfile profile, CoreTraceStatus status) {
        CoreTraces.Filter filter = new CoreTraces.Filter(profile.id(), profile.workspaceId(), null, null, status);
        return traces.list(filter, PageRequest.first(MOST)).rows().stream();
    }

    private boolean hangs(CoreTrace trace) {
        return trace.status() == CoreTraceStatus.RUNNING
                && trace.startedAt().plus(HANGS).isBefore(clock.instant());
    }

    private Keys.Saw saw(CoreTrace trace) {
        boolean beat = trace.draft().surface() == CoreSurface.HEARTBEAT;
        String what = trace.error() != null ? trace.error() : Objects.requireNonNullElse(trace.summary(), "no reason");
        return Keys.Saw.made(
                beat ? ReflectionEvidence.Type.HEARTBEAT_RUN : ReflectionEvidence.Type.CORE_TRACE,
                true,
                (hangs(trace) ? "hangs: " : "failed: ")
                        + trace.draft().kind().name().toLowerCase(Locale.ROOT) + " " + what,
                "cycle:" + trace.draft().kind() + ":" + what,
                "core_trace:" + trace.id(),
                trace.startedAt(),
                "core",
                trace.id(),
                trace.status());
    }
}
