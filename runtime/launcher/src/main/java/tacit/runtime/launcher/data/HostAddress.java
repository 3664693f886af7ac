package tacit.runtime.launcher.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a running host is reached, as its gateway wrote it. Immutable.
 *
 * @param pid the host's process
 * @param apiPort where commands are taken
 * @param otlpPort where exporters send to
 */
public record HostAddress(long pid, int apiPort, int otlpPort) {

    /** The address of the host that has this data directory; empty when none runs or its gateway is not open. */
    public static Optional<HostAddress> read(DataDirectory data) {
        if (!Files.isRegularFile(data.host())) {
            return Optional.empty();
        }
        try {
            return parse(Files.readString(data.host())).filter(HostAddress::alive);
        } catch (IOException unreadable) {
            // The gateway removes the file when it stops, perhaps at this moment.
            return Optional.empty();
        }
    }

    static Optional<HostAddress> parse(String json) throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    numbers.put(parser.currentName(), parser.getLongValue());
                }
            }
        }
        if (!numbers.keySet().containsAll(Set.of("pid", "apiPort", "otlpPort"))) {
            return Optional.empty();
        }
        return Optional.of(new HostAddress(
                numbers.getOrDefault("pid", 0L),
                numbers.getOrDefault("apiPort", 0L).intValue(),
                numbers.getOrDefault("otlpPort", 0L).intValue()));
    }

    private boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
