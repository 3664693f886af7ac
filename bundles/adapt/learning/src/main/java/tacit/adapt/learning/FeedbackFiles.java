package tacit.adapt.learning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceKit;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/**
 * Writes feedback into the week's log of a workspace's folder, and what is to be avoided into the kit. Where several people work
 * with a folder, nobody's words go there. Thread-safe.
 */
@Component(service = FeedbackFiles.class)
public final class FeedbackFiles {

    private static final String KIT = ".cowork";
    private static final String MISTAKES = "MISTAKES.md";
    private static final String HISTORY = KIT + "/.history/" + MISTAKES;
    private static final int TRIES = 20;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int LOOK = 200;

    private final WorkspaceFiles files;
    private final WorkspaceKit kit;
    private final TraceStore traces;

    @Activate
    public FeedbackFiles(@Reference WorkspaceFiles files, @Reference WorkspaceKit kit, @Reference TraceStore traces) {
        this.files = files;
        this.kit = kit;
        this.traces = traces;
    }

    Route route() {
        return Routes.named("files", this::lead);
    }

    private FeedbackRoute lead(Told told) {
        String workspace = told.workspaceId();
        if (!told.alone()) {
            return Route.skipped(Route.READ_ALONG);
        }
        if (files.folder(workspace).isEmpty()
                || files.list(workspace, KIT, 2, List.of()).isEmpty()) {
            return Route.skipped("the workspace has no kit");
        }
        LogEntry entry = LogEntry.of(told, isOfOnePerson(told));
        note(workspace, entry);
        if (!entry.teaches()) {
            return Route.done("noted in " + WeeklyLog.path(entry.at()));
        }
        int patterns = rewrite(workspace, told.feedback().at());
        return Route.done("noted; " + MISTAKES + " has " + patterns + (patterns == 1 ? " pattern" : " patterns"));
    }

    /** As far as the last runs show. */
    private boolean isOfOnePerson(Told told) {
        String user = told.feedback().userId();
        return user != null
                && traces
                        .list(Scope.ofWorkspace(told.workspaceId()), TraceFilter.ALL, PageRequest.first(LOOK))
                        .rows()
                        .stream()
                        .allMatch(trace -> trace.userId() == null || user.equals(trace.userId()));
    }

    private void note(String workspace, LogEntry entry) {
        String path = WeeklyLog.path(entry.at());
        for (int i = 0; i < TRIES; i++) {
            Optional<WorkspaceFile> file = files.read(workspace, path, LARGEST);
            WeeklyLog log = WeeklyLog.read(file.map(WorkspaceFile::text).orElse(""));
            if (log.has(entry.id())) {
                return;
            }
            String expected = file.map(WorkspaceFile::sha256).orElse(null);
            if (files.replace(workspace, path, expected, log.with(entry).text())) {
                return;
            }
        }
        throw new IllegalStateException("Cannot write '" + path + "': it keeps changing");
    }

    /** Answers how many patterns stand there now. */
    private int rewrite(String workspace, Instant now) {
        List<String> lines = patterns(workspace, now).lines();
        for (int i = 0; i < TRIES; i++) {
            Optional<WorkspaceFile> file = files.read(workspace, KIT + "/" + MISTAKES, LARGEST);
            String before = file.map(WorkspaceFile::text).orElse("");
            String after = MistakesBlock.in(before, lines);
            String expected = file.map(WorkspaceFile::sha256).orElse(null);
            if (after.equals(before) || kit.write(workspace, MISTAKES, expected, after, now)) {
                return lines.size();
            }
        }
        throw new IllegalStateException("Cannot write '" + MISTAKES + "': it keeps changing");
    }

    private Patterns patterns(String workspace, Instant now) {
        Patterns patterns = new Patterns(now);
        for (String path : WeeklyLog.pathsUntil(now, Patterns.KEPT)) {
            files.read(workspace, path, LARGEST)
                    .map(file -> WeeklyLog.read(file.text()))
                    .ifPresent(log -> log.entries().forEach(patterns::add));
        }
        return patterns;
    }

    /** How many logs tell of these runs. */
    long held(String workspace, Set<String> runs) {
        return logs(workspace).stream()
                .flatMap(path -> files.read(workspace, path, LARGEST).stream())
                .filter(file -> WeeklyLog.read(file.text()).tellsOf(runs))
                .count();
    }

    private List<String> logs(String workspace) {
        return files.list(workspace, WeeklyLog.FOLDER, 1, List.of()).stream()
                .map(WorkspaceFiles.Entry::path)
                .filter(path -> path.endsWith(".json"))
                .toList();
    }

    /** Takes out what these runs left, and the patterns that came of it alone; answers how many logs changed. */
    int forget(String workspace, Set<String> runs, Instant now) {
        int changed = 0;
        for (String path : logs(workspace)) {
            changed += without(workspace, path, runs) ? 1 : 0;
        }
        if (changed > 0) {
            rewrite(workspace, now);
            List<String> left = patterns(workspace, now).lines();
            files.list(workspace, HISTORY, 1, List.of()).forEach(entry -> old(workspace, entry.path(), left));
        }
        return changed;
    }

    /** What the kit said before holds the same patterns. */
    private void old(String workspace, String path, List<String> lines) {
        files.read(workspace, path, LARGEST)
                .filter(file -> file.text().contains(MistakesBlock.BEGIN))
                .ifPresent(file -> files.replace(workspace, path, file.sha256(), MistakesBlock.in(file.text(), lines)));
    }

    private boolean without(String workspace, String path, Set<String> runs) {
        for (int i = 0; i < TRIES; i++) {
            Optional<WorkspaceFile> file = files.read(workspace, path, LARGEST);
            WeeklyLog log = WeeklyLog.read(file.map(WorkspaceFile::text).orElse(""));
            if (file.isEmpty() || !log.tellsOf(runs)) {
                return false;
            }
            if (files.replace(
                    workspace, path, file.get().sha256(), log.without(runs).text())) {
                return true;
            }
        }
        throw new IllegalStateException("Cannot take feedback out of '" + path + "': it keeps changing");
    }
}
