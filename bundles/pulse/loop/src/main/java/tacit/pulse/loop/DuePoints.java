package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.Checklist;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.Stance;

/** Which points of checklists and which proactive tasks are due. A revision of a file is parsed once. Thread-safe. */
@Component(service = DuePoints.class)
public final class DuePoints {

    static final String FILE = ".cowork/HEARTBEAT.md";
    static final String CHECKLIST = "checklist:";
    static final String PROACTIVE = "proactive:";

    private static final int LONGEST = 100_000;

    private final PulseStore store;
    private final WorkspaceFiles files;
    private final Checklist checklist;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    @Activate
    public DuePoints(@Reference PulseStore store, @Reference WorkspaceFiles files, @Reference Checklist checklist) {
        this.store = store;
        this.files = files;
        this.checklist = checklist;
    }

    /**
     * What is due. Immutable.
     *
     * @param points of the checklist, in their order
     * @param tasks the most urgent first
     */
    record Due(List<ChecklistItem> points, List<ProactiveTask> tasks) {}

    /** What is due for a profile in its workspace; an observer has nothing of that. */
    Due of(AutomationProfile profile, double strength, Instant now) {
        if (profile.settings().stance() == Stance.OBSERVER) {
            return new Due(List.of(), List.of());
        }
        List<ChecklistItem> points = points(profile.workspaceId());
        return store.read(session -> {
            ItemRows rows = new ItemRows(session);
            Map<String, Instant> done = rows.done(profile.id(), profile.workspaceId());
            Set<String> handed = new HashSet<>();
            rows.schedules(profile.id()).forEach(schedule -> handed.add(schedule.taskId()));
            return new Due(
                    points.stream()
                            .filter(point -> due(done.get(CHECKLIST + point.id()), point.every(), now))
                            .toList(),
                    rows.proactive(profile.id()).stream()
                            .filter(task -> task.enabled()
                                    && strength >= task.minSignalStrength()
                                    && !handed.contains(task.id())
                                    && due(done.get(PROACTIVE + task.id()), every(task), now))
                            .sorted(Comparator.comparingInt(ProactiveTask::priority)
                                    .thenComparing(ProactiveTask::id))
                            .toList());
        });
    }

    private static Duration every(ProactiveTask task) {
        return Duration.ofMinutes(task.frequencyMinutes());
    }

    private static boolean due(@Nullable Instant last, Duration every, Instant now) {
        return last == null || every.isZero() || !now.isBefore(last.plus(every));
    }

    private List<ChecklistItem> points(String workspaceId) {
        Optional<WorkspaceFile> file = files.read(workspaceId, FILE, LONGEST);
        if (file.isEmpty()) {
            return List.of();
        }
        String revision = file.get().sha256();
        Parsed before = parsed.get(workspaceId);
        if (before != null && before.revision().equals(revision)) {
            return before.points();
        }
        List<ChecklistItem> points = checklist.parse(file.get().text());
        parsed.put(workspaceId, new Parsed(revision, List.copyOf(points)));
        return points;
    }

    /** A revision of a file, and what stands in it. */
    private record Parsed(String revision, List<ChecklistItem> points) {}
}
