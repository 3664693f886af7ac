package tacit.runtime.launcher.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The process that has a data directory. Immutable.
 *
 * <p>It stands in a file of its own: closing any channel to the lock file would give the lock away.
 *
 * @param pid the process
 * @param since when the process began
 * @param verb what it does
 */
public record Holder(long pid, Instant since, String verb) {

    public Holder {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(verb, "verb");
    }

    /** This process. */
    public static Holder current(String verb) {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), verb);
    }

    /** The holder that the file names, if that process still runs. */
    public static Optional<Holder> read(DataDirectory data) {
        try {
            List<String> lines = Files.readAllLines(data.holder(), StandardCharsets.UTF_8);
            Holder holder =
                    new Holder(Long.parseLong(value(lines, 0)), Instant.parse(value(lines, 1)), value(lines, 2));
            return Optional.of(holder).filter(Holder::alive);
        } catch (IOException | RuntimeException unreadable) {
            // Absent, or written half way by a process that died: nobody can be named.
            return Optional.empty();
        }
    }

    void write(DataDirectory data) throws IOException {
        Path draft = data.holder().resolveSibling("holder.draft");
        Files.writeString(draft, "pid=" + pid + "\nsince=" + since + "\nverb=" + verb + "\n");
        Files.move(draft, data.holder(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether the process still runs and is not a later one with the same number. */
    public boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant().orElse(since).equals(since))
                .orElse(false);
    }

    /** The holder in words. */
    public String description() {
        return "process " + pid + " (tacit " + verb + ") has held it since " + since;
    }

    private static String value(List<String> lines, int index) {
        String line = lines.get(index);
        return line.substring(line.indexOf('=') + 1);
    }
}
