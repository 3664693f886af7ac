package tacit.pulse.executors.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for each execution while it runs, which only this user may read. Thread-safe. */
@Component(service = WorkFolders.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WorkFolders.Config.class)
public final class WorkFolders {

    static final String MARK = "process";

    private static final Logger log = LoggerFactory.getLogger(WorkFolders.class);

    private final Path root;

    /** Where they are. */
    @ObjectClassDefinition(name = "Tacit folders of executions")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Folders are made in its folder 'executions'")
        String data_directory();
    }

    /** What a host left that went down is killed and removed: its work is failed as interrupted. */
    @Activate
    public WorkFolders(Config config) {
        root = Path.of(config.data_directory()).resolve("executions");
        try {
            for (Path left : folders()) {
                Path mark = left.resolve(MARK);
                if (Files.exists(mark)) {
                    killMarked(mark);
                }
                remove(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear '" + root + "'", e);
        }
    }

    private static void killMarked(Path mark) throws IOException {
        try {
            Program.killMarked(mark);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DateTimeException e) {
            log.warn("Cannot tell which process '{}' is about", mark, e);
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.sorted().toList();
        }
    }

    /** One for an attempt, empty. */
    Path open(String executionId, int attempt) throws IOException {
        Files.createDirectories(root);
        Path folder = root.resolve(executionId.replaceAll("[^A-Za-z0-9-]", "_") + "-" + attempt);
        remove(folder);
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    void close(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            log.warn("Cannot remove '{}', which an execution left", folder, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
