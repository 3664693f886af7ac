package tacit.surface.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the gateway wrote of itself when it opened its ports. Immutable.
 *
 * @param pid the host's process
 * @param apiPort the port of the API
 * @param otlpPort the port for OTLP exporters
 * @param startedAt when it opened
 */
record HostFile(long pid, int apiPort, int otlpPort, Instant startedAt) {

    /** Reads the file of a data directory; empty when no gateway is open, or no directory is configured. */
    static Optional<HostFile> read(String dataDirectory) {
        Path file = Path.of(dataDirectory, "host.json");
        if (dataDirectory.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            return Optional.of(new HostFile(
                    json.path("pid").asLong(),
                    json.path("apiPort").asInt(),
                    json.path("otlpPort").asInt(),
                    Instant.parse(json.path("startedAt").asText())));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("Cannot read '" + file + "': " + unreadable.getMessage(), unreadable);
        }
    }
}
