package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the files of a data directory say of its host.
 *
 * @param data the data directory
 */
record HostFiles(Path data) {

    private static final int USUAL_OTLP_PORT = 4318;
    private static final String GATEWAY = "tacit.surface.gateway.Gateway.properties";

    boolean running() {
        return Files.exists(data.resolve("host.json"));
    }

    /** Where exporters send to; the usual port while no host runs. */
    int otlpPort() {
        Path file = data.resolve("host.json");
        if (!Files.exists(file)) {
            return USUAL_OTLP_PORT;
        }
        try {
            JsonNode host = new ObjectMapper().readTree(file.toFile());
            return host.path("otlpPort").asInt(USUAL_OTLP_PORT);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + file + "': " + e.getMessage(), e);
        }
    }

    /** Whether exporters must show a token, as the operator's settings say. */
    boolean asksForToken() {
        Path file = data.resolve("etc").resolve(GATEWAY);
        if (!Files.exists(file)) {
            return false;
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + file + "': " + e.getMessage(), e);
        }
        return Boolean.parseBoolean(
                settings.getProperty("require.token.for.otlp", "false").trim());
    }
}
