package tacit.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the index: which of its parts is the one in use, and whether all writes reached it. Confined to the holder of
 * the index's lock.
 */
final class Shelf {

    private final Path folder;

    Shelf(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The part in use; an empty one when there is none yet. */
    Path current() throws IOException {
        Path name = folder.resolve("current");
        return folder.resolve(Files.exists(name) ? Files.readString(name).strip() : "a");
    }

    /** A part to build beside the one in use. */
    Path other() throws IOException {
        Path other = folder.resolve(current().endsWith("a") ? "b" : "a");
        drop(other);
        return other;
    }

    /** From now on this part is the one in use. */
    void use(Path part) throws IOException {
        Path next = folder.resolve("current.next");
        Files.writeString(next, part.getFileName().toString(), StandardCharsets.UTF_8);
        Files.move(
                next, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Notes that there are writes that a crash would lose. */
    void unsaved() throws IOException {
        try (FileChannel mark =
                FileChannel.open(folder.resolve("unsaved"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            mark.force(true);
        }
    }

    void saved() throws IOException {
        Files.deleteIfExists(folder.resolve("unsaved"));
    }

    boolean isUnsaved() {
        return Files.exists(folder.resolve("unsaved"));
    }

    void drop(Path part) throws IOException {
        if (Files.exists(part)) {
            for (Path path :
                    walk(part).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    long bytes() {
        try {
            return walk(folder).stream()
                    .filter(Files::isRegularFile)
                    .mapToLong(Shelf::size)
                    .sum();
        } catch (IOException | UncheckedIOException moving) {
            return 0;
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static List<Path> walk(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList();
        }
    }
}
