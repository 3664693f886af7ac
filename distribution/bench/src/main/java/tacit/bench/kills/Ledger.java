package tacit.bench.kills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of generations as its file has it. Immutable.
 *
 * @param made in the order of the file
 */
record Ledger(List<Made> made) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Ledger {
        made = List.copyOf(made);
    }

    /**
     * A generation that was made active.
     *
     * @param experimentId whose promotion it is; null for none
     * @param value of the setting that experiments change; null when it has its default
     */
    record Made(
            long number,
            @Nullable String experimentId,
            @Nullable String value) {}

    /** A line that a kill cut off is none. */
    static Ledger read(Path data) throws IOException {
        List<Made> made = new ArrayList<>();
        Path file = data.resolve("ledger").resolve("generations.jsonl");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            parsed(line).ifPresent(made::add);
        }
        return new Ledger(made);
    }

    private static Optional<Made> parsed(String line) {
        try {
            JsonNode generation = JSON.readTree(line).path("generation");
            return Optional.of(new Made(
                    generation.path("number").asLong(),
                    text(generation.path("experimentId")),
                    text(generation.path("configurations").path(Site.PID).path(Site.KEY))));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    /** The generation that an experiment was promoted with. */
    Optional<Made> of(String experimentId) {
        return made.stream()
                .filter(one -> experimentId.equals(one.experimentId()))
                .findFirst();
    }

    Optional<Made> last() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1));
    }
}
