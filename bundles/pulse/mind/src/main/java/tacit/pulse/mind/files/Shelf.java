package tacit.pulse.mind.files;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.TextTaking;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.FileRows;
import tacit.pulse.mind.store.FileRows.Written;

/**
 * Writes derived files, and removes those that are too old. A file that somebody else changed is written over, as it is derived,
 * and never removed. Thread-safe.
 */
@Component(service = Shelf.class)
public final class Shelf {

    private static final Logger log = LoggerFactory.getLogger(Shelf.class);
    private static final int MOST_BYTES = 8_000_000;
    private static final int AT_ONCE = 1_000;

    private final Mind mind;
    private final WorkspaceFiles files;

    @Activate
    public Shelf(@Reference Mind mind, @Reference WorkspaceFiles files) {
        this.mind = mind;
        this.files = files;
    }

    /** Whether a workspace has a folder that can be written to. */
    boolean has(String workspace) {
        return files.folder(workspace).isPresent();
    }

    /**
     * Writes a file, unless it is as it should be; what cannot be written is told in the log and written with the next run.
     *
     * @param kept whether it stays however old it is
     */
    void put(String workspace, String profile, String path, String text, boolean kept) {
        try {
            String before = files.read(workspace, path, MOST_BYTES)
                    .map(WorkspaceFile::sha256)
                    .orElse(null);
            String sha256 = Digest.ofText(text);
            if (sha256.equals(before) || files.replace(workspace, path, before, text)) {
                mind.write(session -> {
                    new FileRows(session).put(new Written(workspace, path, sha256), profile, kept, mind.now());
                    return path;
                });
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            log.warn("Cannot write a file of reflection in workspace {}: {}", workspace, e.getMessage());
        }
    }

    /** Removes files of a profile that are older than that; answers how many. */
    public int prune(String profile, Duration retention) {
        List<Written> old = mind.read(
                session -> new FileRows(session).before(profile, mind.now().minus(retention), AT_ONCE));
        old.forEach(this::remove);
        return old.size();
    }

    /** Removes all files that were written for a profile. */
    public int clear(String profile) {
        List<Written> all = mind.read(session -> new FileRows(session).ofProfile(profile));
        all.forEach(this::remove);
        return all.size();
    }

    /** Takes texts out of the files that were written in a workspace; answers how many changed. */
    public int take(String workspace, TextTaking taking) {
        int changed = 0;
        for (FileRows.Noted noted : mind.read(session -> new FileRows(session).ofWorkspace(workspace))) {
            changed += take(noted, taking) ? 1 : 0;
        }
        return changed;
    }

    private boolean take(FileRows.Noted noted, TextTaking taking) {
        Written file = noted.file();
        String text = files.read(file.workspaceId(), file.path(), MOST_BYTES)
                .map(WorkspaceFile::text)
                .orElse("");
        String left = file.path().endsWith(".md")
                ? text.lines().map(taking::in).collect(Collectors.joining("\n", "", text.isEmpty() ? "" : "\n"))
                : taking.inJson(text);
        if (left.equals(text)) {
            return false;
        }
        put(file.workspaceId(), noted.profileId(), file.path(), left, noted.kept());
        return true;
    }

    private void remove(Written file) {
        try {
            files.delete(file.workspaceId(), file.path(), file.sha256());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            log.warn("Cannot remove a file of reflection in workspace {}: {}", file.workspaceId(), e.getMessage());
        }
        mind.write(session -> {
            new FileRows(session).remove(file.workspaceId(), file.path());
            return file;
        });
    }
}
