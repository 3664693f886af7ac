package tacit.runtime.harness.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts how often the host died while it started a generation: a bundle can end the process before anybody can say so.
 * Confined to the thread of the start.
 */
final class StartingFile {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,9})");

    private final Path file;
    private final SortedMap<Long, Integer> begun = new TreeMap<>();

    StartingFile(Path file) {
        this.file = file;
        read();
    }

    private void read() {
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .map(LINE::matcher)
                        .filter(Matcher::matches)
                        .forEach(line -> begun.put(Long.valueOf(line.group(1)), Integer.valueOf(line.group(2))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + file + "': " + e.getMessage(), e);
        }
    }

    /** How often the start of a generation began and never came to an end. */
    int deaths(long generation) {
        return begun.getOrDefault(generation, 0);
    }

    /** Notes on disk that the start of a generation begins. */
    void begin(long generation) {
        begun.merge(generation, 1, Integer::sum);
        write();
    }

    /** Notes that the start came to an end, a good or a bad one, and the host lives. */
    void end(long generation) {
        begun.remove(generation);
        write();
    }

    /** Forgets the generations below a number: one of them decides. */
    void forget(long number) {
        begun.headMap(number).clear();
        write();
    }

    private void write() {
        try {
            if (begun.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            save(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write '" + file + "': " + e.getMessage(), e);
        }
    }

    private void save(Path draft) throws IOException {
        String text = begun.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
