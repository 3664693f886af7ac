package tacit.pulse.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.Twin;

/** Presets: those that ship, and the operator's files, which take the place of those with the same id. Immutable. */
final class TwinTemplates {

    private static final Logger log = LoggerFactory.getLogger(TwinTemplates.class);
    private static final int MOST_FILES = 200;
    private static final int LONGEST_FILE = 100_000;

    private static final List<String> SHIPPED = List.of(
            "api-designer",
            "backlog-gardener",
            "build-keeper",
            "code-reviewer",
            "cost-watcher",
            "data-analyst",
            "dependency-scout",
            "incident-scribe",
            "meeting-preparer",
            "release-captain",
            "test-author",
            "user-researcher");

    private final Path folder;

    TwinTemplates(Path folder) {
        this.folder = folder;
    }

    /** By their ids. */
    SortedMap<String, Twin> all() {
        SortedMap<String, Twin> twins = new TreeMap<>();
        SHIPPED.stream().map(TwinTemplates::shipped).forEach(twin -> twins.put(twin.id(), twin));
        files().forEach(file -> read(file, twins));
        return twins;
    }

    private static Twin shipped(String id) {
        try (InputStream in = TwinTemplates.class.getResourceAsStream("/twins/" + id + ".json")) {
            if (in == null) {
                throw new IllegalStateException("Cannot find twin '" + id + "' in this bundle");
            }
            return TwinJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read twin '" + id + "' of this bundle", e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            log.warn("Cannot list the twins in {}", folder, e);
            return List.of();
        }
    }

    private static void read(Path file, SortedMap<String, Twin> twins) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new IllegalArgumentException("A twin must have at most " + LONGEST_FILE + " bytes");
            }
            Twin twin = TwinJson.read(Files.readString(file));
            twins.put(twin.id(), twin);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Cannot read the twin in {}: {}", file, e.getMessage());
        }
    }
}
