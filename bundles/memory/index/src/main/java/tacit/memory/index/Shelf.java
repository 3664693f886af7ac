package tacit.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the index: which of its parts is the one in use, and whether all writes reached it. Confined to the holder of
 * the index's lock.
 */
final class Shelf {

    /** There are writes that a crash would lose. */
    static final String UNSAVED = "unsaved";

    /** The files hold what was deleted. */
    static final String UNPURGED = "unpurged";

    /** What the rows hold is told by this; whoever changes that counts on, and every index is built anew. */
    private static final byte[] FORMAT = {'2'};

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

    /** Notes something that outlives a crash. */
    void mark(String name) throws IOException {
        try (FileChannel mark =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            mark.force(true);
        }
    }

    void unmark(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /** From now on the part in use has rows as they are made today. */
    void format() throws IOException {
        Files.write(folder.resolve("format"), FORMAT);
    }

    boolean isOfToday() throws IOException {
        Path format = folder.resolve("format");
        return Files.exists(format) && Arrays.equals(Files.readAllBytes(format), FORMAT);
    }

    boolean isMarked(String name) {
        return Files.exists(folder.resolve(name));
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
