package tacit.pulse.dreams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CoreSetting;
import tacit.api.reflect.DreamNudges;
import tacit.api.reflect.DreamingDesk.DreamingResult;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;

/** Looks at words and files whether to dream, each run of a workspace once within the workspace's cooldown. Thread-safe. */
@Component
public final class StoredNudges implements DreamNudges {

    private static final int LAST_SPANS = 12;
    private static final Pattern SIGNAL = Pattern.compile(
            "\\b(?:remember|correction|actually|instead|follow[- ]?up|open loop|stale|outdated|preference|always|never|avoid"
                    + "|recurring|daily|weekly)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Database database;
    private final StoredDreaming desk;
    private final Memories memories;
    private final TraceStore traces;
    private final Clock clock;

    /** The desk is asked for as it is, so that the tables are there. */
    @Activate
    public StoredNudges(
            @Reference Database database,
            @Reference StoredDreaming desk,
            @Reference Memories memories,
            @Reference TraceStore traces,
            @Reference Clock clock) {
        this.database = database;
        this.desk = desk;
        this.memories = memories;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public Nudge nudge(String profileId, String workspaceId, @Nullable String taskId, @Nullable String prompt) {
        if (!stamped(workspaceId, taskId == null ? "" : taskId)) {
            return quiet("cooldown");
        }
        String pressure = memories.pressure(workspaceId);
        if (pressure.isEmpty() && !signal(workspaceId, taskId, prompt)) {
            return quiet("no_memory_signal");
        }
        String reason = pressure.isEmpty() ? "memory_signal" : "memory_pressure";
        // The words of a run are read from the run, so that they go with it
        String words = taskId == null ? prompt : null;
        Optional<DreamingResult> result =
                desk.dream(profileId, workspaceId, Trigger.SYSTEM, taskId, pressure.isEmpty() ? words : pressure);
        return result.map(run -> new Nudge(true, reason, run.runId(), run.candidates()))
                .orElseGet(() -> quiet("refused"));
    }

    private static Nudge quiet(String reason) {
        return new Nudge(false, reason, null, 0);
    }

    /** Notes that it is looked now; false when that was less than the workspace's cooldown ago. */
    private boolean stamped(String workspaceId, String task) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration cooldown = desk.cooldown(CoreSetting.DREAMING_NUDGE, workspaceId);
        return database.write(session -> {
            Object[] row = {workspaceId, task, now};
            boolean first = session.insertAbsent(
                            "dreaming_nudges",
                            List.of("workspace_id", "task_id", "looked_at"),
                            Collections.singletonList(row))[0];
            return first || again(session, workspaceId, task, now, now.minus(cooldown));
        });
    }

    private static boolean again(Session session, String workspaceId, String task, Instant now, Instant before) {
        return session.update(
                        "UPDATE dreaming_nudges SET looked_at = ? WHERE workspace_id = ? AND task_id = ? AND looked_at <= ?",
                        now,
                        workspaceId,
                        task,
                        before)
                == 1;
    }

    private boolean signal(String workspaceId, @Nullable String taskId, @Nullable String prompt) {
        if (prompt != null && SIGNAL.matcher(prompt).find()) {
            return true;
        }
        return taskId != null
                && traces.find(Scope.ofWorkspace(workspaceId), taskId)
                        .filter(StoredNudges::signal)
                        .isPresent();
    }

    private static boolean signal(RecordedTrace run) {
        int from = Math.max(0, run.spans().size() - LAST_SPANS);
        return run.spans().subList(from, run.spans().size()).stream()
                .flatMap(span -> Messages.ofUser(span).stream())
                .anyMatch(words -> SIGNAL.matcher(words).find());
    }
}
