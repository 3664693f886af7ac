package tacit.pulse.signals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.pulse.Foreground;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/** Finds in the recorded runs whether somebody works; what it found counts for some seconds. Thread-safe. */
@Component
@Designate(ocd = TraceForeground.Config.class)
public final class TraceForeground implements Foreground {

    private static final PageRequest NEWEST = PageRequest.first(50);

    private final TraceStore traces;
    private final Clock clock;
    private final Duration quiet;
    private final Duration longestRun;
    private final Duration kept;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    /** When somebody works. */
    @ObjectClassDefinition(name = "Tacit foreground")
    public @interface Config {

        @AttributeDefinition(
                name = "Quiet",
                description = "Minutes after the end of a user's run for which the user still works, in [0, 1440]")
        int quiet_minutes() default 5;

        @AttributeDefinition(
                name = "Longest run",
                description = "Hours after which a run whose end was never seen no longer counts, in [1, 168]")
        int longest_run_hours() default 12;

        @AttributeDefinition(
                name = "Kept",
                description = "Seconds for which an answer is kept, in [0, 300]; 0 looks each time")
        int kept_seconds() default 3;
    }

    @Activate
    public TraceForeground(@Reference TraceStore traces, @Reference Clock clock, Config config) {
        this.traces = traces;
        this.clock = clock;
        quiet = Duration.ofMinutes(within("quiet.minutes", config.quiet_minutes(), 0, 1440));
        longestRun = Duration.ofHours(within("longest.run.hours", config.longest_run_hours(), 1, 168));
        kept = Duration.ofSeconds(within("kept.seconds", config.kept_seconds(), 0, 300));
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    /** What was found, and when. */
    private record Found(boolean active, Instant at) {}

    @Override
    public boolean active(String workspaceId) {
        Instant now = clock.instant();
        Found last = found.get(workspaceId);
        if (last != null && !now.isBefore(last.at()) && now.isBefore(last.at().plus(kept))) {
            return last.active();
        }
        boolean active = look(workspaceId, now);
        found.put(workspaceId, new Found(active, now));
        return active;
    }

    private boolean look(String workspaceId, Instant now) {
        return starts(workspaceId, TraceStatus.RUNNING, now).stream().anyMatch(TraceForeground::isOfAUser)
                || starts(workspaceId, null, now).stream()
                        .filter(TraceForeground::isOfAUser)
                        .anyMatch(run -> endedJustNow(run, now));
    }

    private List<Trace> starts(String workspaceId, @Nullable TraceStatus status, Instant now) {
        TraceFilter filter = new TraceFilter(null, null, null, null, status, now.minus(longestRun), null);
        return traces.list(Scope.ofWorkspace(workspaceId), filter, NEWEST).rows();
    }

    private boolean endedJustNow(Trace run, Instant now) {
        Instant end = run.endedAt();
        return end != null
                && end.isAfter(now.minus(quiet))
                // A clock that runs ahead keeps nobody busy for ever
                && !end.isAfter(now.plus(quiet));
    }

    /** What a profile started, and what Tacit did itself, keeps nobody busy. */
    private static boolean isOfAUser(Trace run) {
        return run.profileId() == null
                && !run.text(Attribute.OWN_RUN).orElse("").equalsIgnoreCase("true");
    }
}
