package tacit.pulse.dreams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.reflect.DreamNudges;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/** Keeps tasks that ended until they were dreamt of, over restarts too: one dream for all of a workspace. Thread-safe. */
@Component(service = EndedTasks.class)
public final class EndedTasks {

    static final Duration DELAY = Duration.ofSeconds(1);

    private final Database database;
    private final StoredDreaming desk;
    private final DreamNudges nudges;
    private final TraceStore traces;
    private final Clock clock;

    @Activate
    public EndedTasks(
            @Reference Database database,
            @Reference StoredDreaming desk,
            @Reference DreamNudges nudges,
            @Reference TraceStore traces,
            @Reference Clock clock) {
        this.database = database;
        this.desk = desk;
        this.nudges = nudges;
        this.traces = traces;
        this.clock = clock;
    }

    /** Notes those of some runs that ended. */
    void ended(Scope scope, List<String> traceIds) {
        for (String id : traceIds) {
            traces.find(scope, id)
                    .map(run -> run.trace())
                    .filter(EndedTasks::isOver)
                    .ifPresent(this::note);
        }
    }

    private static boolean isOver(Trace run) {
        return run.status() == TraceStatus.COMPLETED || run.status() == TraceStatus.FAILED;
    }

    private void note(Trace run) {
        String profile = Objects.requireNonNullElse(run.profileId(), "");
        DueRows.Due due = new DueRows.Due(run.workspaceId(), run.id(), profile);
        Instant at = now().plus(DELAY);
        database.write(session -> {
            new DueRows(session).add(due, at);
            return due;
        });
    }

    /**
     * Dreams of what is due: after tasks where that is on, and else where their words ask for it. A task goes from the list when its
     * dream is over.
     *
     * @return how many tasks were dealt with
     */
    int look() {
        List<DueRows.Due> due = database.read(session -> new DueRows(session).at(now()));
        Map<String, DueRows.Due> last = new LinkedHashMap<>();
        due.forEach(one -> last.put(one.workspaceId(), one));
        last.values().forEach(this::dream);
        database.write(session -> {
            DueRows rows = new DueRows(session);
            due.forEach(rows::done);
            return due;
        });
        return due.size();
    }

    private void dream(DueRows.Due due) {
        if (desk.afterTasks(due.workspaceId())) {
            desk.dream(due.profileId(), due.workspaceId(), Trigger.TASK_COMPLETION, due.taskId(), null);
        } else {
            nudges.nudge(due.profileId(), due.workspaceId(), due.taskId(), null);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
