package tacit.runtime.harness.staging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of staged bundles over restarts: one file of JSON each. Thread-safe for one writer. */
final class StagedFiles {

    private static final Logger log = LoggerFactory.getLogger(StagedFiles.class);
    private static final String ENDING = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final Map<String, StagedBundle> byHash = new ConcurrentHashMap<>();

    /** Opens the folder; a file that cannot be read is named and left where it is. */
    StagedFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(this::read);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the folder of staged bundles '" + folder + "': " + e, e);
        }
    }

    private void read(Path file) {
        try {
            StagedBundle staged = JSON.readValue(file.toFile(), StagedBundle.class);
            byHash.put(staged.sha256(), staged);
        } catch (IOException e) {
            log.warn("Cannot read staged bundle '{}'; stage its jar again", file, e);
        }
    }

    Map<String, StagedBundle> byHash() {
        return Map.copyOf(byHash);
    }

    /** Remembers a bundle, in place of what was known of it. */
    void put(StagedBundle staged) {
        try {
            byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(staged);
            Path unfinished = folder.resolve(staged.sha256() + ".tmp");
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(text); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(unfinished, file(staged.sha256()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot remember staged bundle '" + staged.sha256() + "': " + e, e);
        }
        byHash.put(staged.sha256(), staged);
    }

    void remove(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot forget staged bundle '" + sha256 + "': " + e, e);
        }
        byHash.remove(sha256);
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ENDING);
    }
}
