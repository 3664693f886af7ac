package tacit.runtime.trust.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys that an operator pinned and what was revoked: {@code keys/*.pub} and {@code revoked} in one folder. Read whenever
 * it is asked, so a change counts at once.
 */
final class TrustFolder {

    private final Path folder;

    TrustFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What lies in the folder of keys. Immutable.
     *
     * @param pinned the keys that can be used, by file name
     * @param complaints what is wrong with the others, each a sentence
     */
    record Keys(List<PinnedKey> pinned, List<String> complaints) {

        Keys {
            pinned = List.copyOf(pinned);
            complaints = List.copyOf(complaints);
        }
    }

    Keys keys() {
        List<PinnedKey> pinned = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        Path keys = folder.resolve("keys");
        if (Files.isDirectory(keys)) {
            try (Stream<Path> files = Files.list(keys)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".pub"))
                        .sorted()
                        .toList()) {
                    read(file, pinned, complaints);
                }
            } catch (IOException e) {
                complaints.add("Cannot read the pinned keys in '" + keys + "': " + e);
            }
        }
        return new Keys(pinned, complaints);
    }

    private static void read(Path file, List<PinnedKey> pinned, List<String> complaints) {
        try {
            pinned.add(PinnedKey.read(String.valueOf(file.getFileName()), Files.readString(file)));
        } catch (IOException e) {
            complaints.add("Cannot use key '" + file.getFileName() + "': " + e);
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Key ids and hashes of jars that count no longer.
     *
     * @throws IllegalArgumentException when a line is neither, because what it was to revoke would still count
     */
    Set<String> revoked() {
        Path file = folder.resolve("revoked");
        Set<String> revoked = new TreeSet<>();
        if (!Files.exists(file)) {
            return revoked;
        }
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String entry = lines.get(i).replaceAll("#.*", "").strip().toLowerCase(Locale.ROOT);
            if (!entry.isEmpty() && !entry.matches("[0-9a-f]{16}|[0-9a-f]{64}")) {
                throw new IllegalArgumentException("Line " + (i + 1) + " of revocation list '" + file
                        + "' is neither a key id (16 hexadecimal digits) nor the hash of a jar (64)");
            }
            revoked.add(entry);
        }
        revoked.remove("");
        return revoked;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read revocation list '" + file + "': " + e, e);
        }
    }
}
