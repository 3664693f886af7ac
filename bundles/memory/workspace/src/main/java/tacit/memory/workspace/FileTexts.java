package tacit.memory.workspace;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/**
 * Takes texts back from the files that memories are kept in: the kit with its history, journal, summaries, transcripts and the
 * wiki. Other files of a workspace are its people's own and stay as they are. Thread-safe.
 */
@Component
@Designate(ocd = FileTexts.Config.class)
public final class FileTexts implements EvidenceTexts {

    private static final Logger log = LoggerFactory.getLogger(FileTexts.class);
    private static final int DEPTH = 16;
    private static final int ATTEMPTS = 5;

    /** Which files memories are kept in. */
    @ObjectClassDefinition(name = "Tacit forgetting in files")
    public @interface Config {

        @AttributeDefinition(
                name = "Folders",
                description = "Folders below that of a workspace in which texts are taken back, with commas between")
        String folders() default ".cowork,research/wiki";
    }

    private final WorkspaceFiles files;
    private final TraceStore traces;
    private final List<String> folders;

    @Activate
    public FileTexts(@Reference WorkspaceFiles files, @Reference TraceStore traces, Config config) {
        this.files = files;
        this.traces = traces;
        folders = Arrays.stream(config.folders().split(",", -1))
                .map(String::strip)
                .toList();
        if (folders.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("folders must be named, got '" + config.folders() + "'");
        }
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        FileWords words = FileWords.of(texts);
        List<IllegalStateException> failures = new ArrayList<>();
        int changed = each(scope, path -> true, failures, file -> words.without(file.path(), file.text()));
        return done(changed, failures);
    }

    @Override
    public int forgetUser(Scope scope) {
        RunFiles runs = new RunFiles(UserTraces.of(traces, scope));
        SaidOnDays said = new SaidOnDays();
        // A journal that cannot be read fails below.
        each(scope, RunFiles::isJournal, new ArrayList<>(), file -> {
            said.add(file.path(), runs.said(file.path(), file.text()));
            return file.text();
        });
        FileWords words = said.words();
        List<IllegalStateException> failures = new ArrayList<>();
        int changed = each(scope, RunFiles::isBesideJournal, failures, file -> without(runs, said, words, file));
        if (failures.isEmpty()) {
            // Last, since the journal says what to look for when this is asked again.
            changed += each(scope, RunFiles::isJournal, failures, file -> without(runs, said, words, file));
        }
        return done(changed, failures);
    }

    private static String without(RunFiles runs, SaidOnDays said, FileWords words, WorkspaceFile file) {
        String path = file.path();
        return words.without(path, said.without(path, runs.without(path, file.text())));
    }

    /** A file that cannot be read is not counted. */
    @Override
    public OptionalLong heldOf(Scope scope) {
        RunFiles runs = new RunFiles(UserTraces.of(traces, scope));
        List<String> paths = paths(scope).stream().filter(RunFiles::isKept).toList();
        SaidOnDays said = new SaidOnDays();
        paths.stream()
                .filter(RunFiles::isJournal)
                .flatMap(path -> readable(scope.workspaceId(), path).stream())
                .forEach(file -> said.add(file.path(), runs.said(file.path(), file.text())));
        FileWords words = said.words();
        return OptionalLong.of(paths.stream()
                .flatMap(path -> readable(scope.workspaceId(), path).stream())
                .filter(file -> !without(runs, said, words, file).equals(file.text()))
                .count());
    }

    private Optional<WorkspaceFile> readable(String workspaceId, String path) {
        try {
            return files.read(workspaceId, path, Integer.MAX_VALUE);
        } catch (UncheckedIOException e) {
            log.warn("Cannot count file '{}': it cannot be read", path, e);
            return Optional.empty();
        }
    }

    private List<String> paths(Scope scope) {
        return folders.stream()
                .flatMap(folder -> files.list(scope.workspaceId(), folder, DEPTH, List.of(".git")).stream())
                .map(WorkspaceFiles.Entry::path)
                .distinct()
                .toList();
    }

    private interface Change {
        String of(WorkspaceFile file);
    }

    /** A file that cannot be changed is told of and keeps no other from it. */
    private int each(Scope scope, Predicate<String> wanted, List<IllegalStateException> failures, Change change) {
        int changed = 0;
        for (String path : paths(scope).stream().filter(wanted).toList()) {
            try {
                changed += change(scope.workspaceId(), path, change) ? 1 : 0;
            } catch (UncheckedIOException | IllegalArgumentException e) {
                failures.add(new IllegalStateException("Cannot take a text out of file '" + path + "'", e));
            } catch (IllegalStateException e) {
                failures.add(e);
            }
        }
        return changed;
    }

    private static int done(int changed, List<IllegalStateException> failures) {
        if (failures.isEmpty()) {
            return changed;
        }
        String words = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
        IllegalStateException all = new IllegalStateException(words, failures.get(0));
        failures.stream().skip(1).forEach(all::addSuppressed);
        throw all;
    }

    /** Who else is writing the file is waited for a few times. */
    private boolean change(String workspaceId, String path, Change change) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<WorkspaceFile> read = files.read(workspaceId, path, Integer.MAX_VALUE);
            String after = read.map(change::of).orElse("");
            if (read.isEmpty() || read.get().text().equals(after)) {
                return false;
            }
            if (replaced(workspaceId, read.get(), after)) {
                return true;
            }
        }
        throw new IllegalStateException("Cannot take a text out of file '" + path + "': it keeps changing");
    }

    private boolean replaced(String workspaceId, WorkspaceFile file, String after) {
        if (!file.whole() || file.text().indexOf('\uFFFD') >= 0) {
            throw new IllegalStateException(
                    "Cannot take a text out of file '" + file.path() + "': it is no whole UTF-8");
        }
        return files.replace(workspaceId, file.path(), file.sha256(), after);
    }
}
