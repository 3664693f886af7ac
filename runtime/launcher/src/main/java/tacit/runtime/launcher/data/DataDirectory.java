package tacit.runtime.launcher.data;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that one Tacit keeps on disk, by name.
 *
 * @param root the folder; absolute
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        Objects.requireNonNull(root, "root");
        root = root.toAbsolutePath().normalize();
    }

    /** The data directory of a user who names none. */
    public static DataDirectory ofUser() {
        return new DataDirectory(Path.of(System.getProperty("user.home"), ".tacit"));
    }

    /** A data directory for one run, which the caller deletes. */
    public static DataDirectory temporary() throws IOException {
        return new DataDirectory(Files.createTempDirectory("tacit-"));
    }

    /** Makes the folder, for its owner's eyes only, where it is missing. */
    public void create() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, ownerOnly());
        }
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    /** The file whose lock is the right to use the folder. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** Who has the lock. */
    public Path holder() {
        return root.resolve("holder.properties");
    }

    /** How the running host is reached; written by the gateway. */
    public Path host() {
        return root.resolve("host.json");
    }

    /** The operator's token; written at the first start. */
    public Path operatorToken() {
        return root.resolve("operator-token");
    }

    /** The operator's settings: one {@code <PID>.properties} per component. */
    public Path settings() {
        return root.resolve("etc");
    }

    public Path database() {
        return root.resolve("db");
    }

    /** What a restore puts together; there only while one runs, or after one was cut off. */
    public Path restoring() {
        return root.resolve(".restoring");
    }

    /** What is typed in the shell of a running host; for its owner only. */
    public Path shellHistory() {
        return root.resolve("shell-history");
    }

    public Path log() {
        return root.resolve("log");
    }

    /** What the framework keeps of its own; thrown away at every start. */
    public Path frameworkCache() {
        return root.resolve("felix-cache");
    }

    /** Deletes the framework's own files. */
    public void deleteFrameworkCache() throws IOException {
        delete(frameworkCache());
    }

    /** Deletes the folder with all that is in it. */
    public void delete() throws IOException {
        delete(root);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }
}
