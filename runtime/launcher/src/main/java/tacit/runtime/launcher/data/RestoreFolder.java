package tacit.runtime.launcher.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder within a data directory in which a restore is put together, so that it takes its place by renaming alone, also where
 * the directory is a mount. While the folder is there, nothing else uses the directory. The caller holds the lock.
 */
public final class RestoreFolder {

    private static final String ASIDE = "before-restore-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final DataDirectory data;
    private final DataDirectory draft;

    private RestoreFolder(DataDirectory data) {
        this.data = data;
        this.draft = new DataDirectory(data.restoring());
    }

    /**
     * Makes the folder.
     *
     * @param force whether there may be something in the data directory already
     * @throws IllegalStateException when there is, and may not be
     */
    public static RestoreFolder open(DataDirectory data, boolean force) throws IOException {
        RestoreFolder folder = new RestoreFolder(data);
        List<Path> there = folder.others();
        if (!there.isEmpty() && !force) {
            throw new IllegalStateException("Cannot restore into '" + data.root() + "': it holds '"
                    + there.get(0).getFileName()
                    + "'; --force moves what is there into a folder beside, and deletes nothing");
        }
        folder.draft.delete();
        folder.draft.create();
        return folder;
    }

    /** Where to put everything. */
    public DataDirectory draft() {
        return draft;
    }

    /** Gives up: what was there stays as it was. */
    public void discard() throws IOException {
        draft.delete();
    }

    /** Moves what was there into a folder of its own, and what was restored into its place; answers that folder, if any. */
    public Optional<Path> takePlace() throws IOException {
        draft.deleteFrameworkCache();
        Optional<Path> aside = Optional.empty();
        List<Path> there = others();
        if (!there.isEmpty()) {
            Path folder = data.root().resolve(ASIDE + STAMP.format(Instant.now()));
            new DataDirectory(folder).create();
            for (Path old : there) {
                Files.move(old, folder.resolve(old.getFileName()));
            }
            aside = Optional.of(folder);
        }
        for (Path restored : list(draft.root())) {
            Files.move(restored, data.root().resolve(restored.getFileName()));
        }
        draft.delete();
        return aside;
    }

    private List<Path> others() throws IOException {
        Set<Path> own = Set.of(data.lock(), data.holder(), data.restoring());
        return list(data.root()).stream()
                .filter(path ->
                        !own.contains(path) && !path.getFileName().toString().startsWith(ASIDE))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
