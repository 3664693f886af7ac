package tacit.pulse.triggers;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.ingest.Redactor;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceFiles.Entry;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.pulse.triggers.FileChanges.Known;

/** Looks for the files of patterns below the folder of a workspace; never outside it, and over no link. Thread-safe. */
@Component(service = FolderLook.class)
@Designate(ocd = FolderLook.Config.class)
public final class FolderLook {

    /** What is looked at. */
    @ObjectClassDefinition(name = "Tacit watched files")
    public @interface Config {

        @AttributeDefinition(name = "Files", description = "How many files one trigger may watch, in [1, 100000]")
        int files() default 10_000;

        @AttributeDefinition(
                name = "Words",
                description = "How many bytes of a file a trigger may see, in [1024, 4194304]")
        int words() default 262_144;

        @AttributeDefinition(
                name = "Skipped",
                description = "Folders that are not entered unless a pattern names them, with commas between")
        String skipped() default ".git,node_modules,target,build,dist,.venv,__pycache__,.gradle,.idea";
    }

    private static final int LONGEST_PATH = 500;

    /** How much of a long file is read to find its end. */
    private static final int LONGEST_READ = 8 * 1024 * 1024;

    private final WorkspaceFiles files;
    private final Redactor redactor;
    private final int most;
    private final int words;
    private final List<String> skipped;

    @Activate
    public FolderLook(@Reference WorkspaceFiles files, @Reference Redactor redactor, Config config) {
        this.files = files;
        this.redactor = redactor;
        this.most = within("files", config.files(), 1, 100_000);
        this.words = within("words", config.words(), 1024, 4_194_304);
        this.skipped = List.of(config.skipped().split("\\s*,\\s*"));
    }

    private static int within(String setting, int value, int least, int highest) {
        if (value < least || value > highest) {
            throw new IllegalArgumentException(setting + " must be in [" + least + ", " + highest + "], got " + value);
        }
        return value;
    }

    boolean hasFolder(String workspaceId) {
        return files.folder(workspaceId).isPresent();
    }

    /**
     * The files that meet patterns; of those that begin with {@code !} none.
     *
     * @throws IllegalArgumentException when a pattern is none, or too many files meet them
     */
    SortedMap<String, Known> list(String workspaceId, List<String> patterns) {
        List<Glob> wanted = globs(patterns, false);
        List<Glob> left = globs(patterns, true);
        SortedMap<String, Known> found = new TreeMap<>();
        Map<String, Integer> folders =
                wanted.stream().collect(Collectors.toMap(Glob::folder, Glob::depth, Math::max, TreeMap::new));
        folders.forEach((folder, depth) -> {
            for (Entry entry : entries(workspaceId, folder, depth)) {
                if (isMeant(entry.path(), wanted, left)) {
                    found.put(entry.path(), new Known(micros(entry.modifiedAt()), entry.size()));
                }
            }
        });
        if (found.size() > most) {
            throw new IllegalArgumentException("patterns must meet at most " + most + " files, got " + found.size());
        }
        return found;
    }

    // As the store keeps it, or each file would have changed after a restart
    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<Glob> globs(List<String> patterns, boolean excluding) {
        return patterns.stream()
                .filter(pattern -> pattern.startsWith("!") == excluding)
                .map(pattern -> Glob.of(excluding ? pattern.substring(1) : pattern))
                .toList();
    }

    private List<Entry> entries(String workspaceId, String folder, int depth) {
        // What a pattern names itself is looked into, such as .git
        List<String> named = List.of(folder.split("/", -1));
        List<String> closed = named.contains(".git")
                ? List.of()
                : skipped.stream().filter(name -> !named.contains(name)).toList();
        try {
            return files.list(workspaceId, folder, depth, closed);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // A folder that is a link, or cannot be read, holds nothing for us
            return List.of();
        }
    }

    private boolean isMeant(String path, List<Glob> wanted, List<Glob> left) {
        return path.length() <= LONGEST_PATH
                && wanted.stream().anyMatch(glob -> glob.matches(path))
                && left.stream().noneMatch(glob -> glob.matches(path))
                && redactor.redact(path).count() == 0;
    }

    /** Those that changed, without their words. */
    static List<WatchedFile> changed(FileChanges changes) {
        List<WatchedFile> watched = new ArrayList<>();
        changes.changed().forEach((path, change) -> watched.add(file(changes, path, change, null)));
        return watched;
    }

    /** All of them, with their words. */
    List<WatchedFile> all(String workspaceId, FileChanges changes) {
        SortedMap<String, Change> each = new TreeMap<>(changes.changed());
        changes.now().keySet().forEach(path -> each.putIfAbsent(path, Change.NONE));
        List<WatchedFile> watched = new ArrayList<>();
        each.forEach((path, change) -> watched.add(file(
                changes,
                path,
                change,
                change == Change.REMOVED ? null : text(workspaceId, path, changes.known(path)))));
        return watched;
    }

    private static WatchedFile file(FileChanges changes, String path, Change change, @Nullable String text) {
        Known known = changes.known(path);
        return new WatchedFile(path, change, known.modifiedAt(), known.size(), text);
    }

    private @Nullable String text(String workspaceId, String path, Known known) {
        try {
            int bytes = known.size() <= words ? words : LONGEST_READ;
            return files.read(workspaceId, path, bytes).map(this::text).orElse(null);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return null;
        }
    }

    private @Nullable String text(WorkspaceFile file) {
        String text = file.text();
        if (text.indexOf('\0') >= 0) {
            return null;
        }
        if (text.length() <= words) {
            return text;
        }
        String end = text.substring(text.length() - words);
        int line = end.indexOf('\n');
        return end.substring(line + 1);
    }
}
