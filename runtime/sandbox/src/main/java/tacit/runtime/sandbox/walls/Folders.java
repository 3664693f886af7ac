package tacit.runtime.sandbox.walls;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and deletes the private folders of child processes. Thread-safe. */
public final class Folders implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Folders.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path home;

    /** Empties the home first: what lies there is left from a host that was killed. */
    public Folders(Path home) throws IOException {
        this.home = home;
        delete(home);
        Files.createDirectories(home);
    }

    /**
     * Makes an empty folder that its owner alone can enter.
     *
     * @param foreign makes it the user's, in a place that the user can reach; else it is the host's, below its data
     */
    public Path create(int user, boolean foreign) throws IOException {
        Path folder = foreign
                ? Files.createTempDirectory("tacit-cell-", ownerOnly())
                : Files.createTempDirectory(home, "cell-", ownerOnly());
        if (foreign) {
            Files.setAttribute(folder, "unix:gid", user);
            Files.setAttribute(folder, "unix:uid", user);
        }
        return folder;
    }

    /** The user id of whoever makes these folders; empty where the system has none. */
    public String owner() throws IOException {
        return POSIX ? String.valueOf(Files.getAttribute(home, "unix:uid")) : "";
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Deletes all that is left. */
    @Override
    public void close() {
        delete(home);
    }

    /** Deletes a folder with all that is in it; what resists is left and told in the log. */
    public void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException resisting) {
            log.warn("Cannot delete folder '{}'", folder, resisting);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
