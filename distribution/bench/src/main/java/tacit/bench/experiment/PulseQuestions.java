package tacit.bench.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tacit.api.harness.Situation;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.Urgency;

/** Situations of pulses: those that the API ships as probes, with other times, signals and bounds. The same seed gives the same. */
final class PulseQuestions {

    private static final String PROBES = "/tacit/probes/heartbeat.json";
    private static final String DECIDE = "decide(PulseSituation)";
    private static final int MOST_SIGNALS = 8;
    private static final List<Urgency> URGENCIES = List.of(Urgency.values());
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<JsonNode> probes = new ArrayList<>();
    private final Random random;

    PulseQuestions(long seed) {
        random = new Random(seed);
        try (InputStream in = PulsePolicy.class.getResourceAsStream(PROBES)) {
            for (JsonNode probe : mapper.readTree(Objects.requireNonNull(in, PROBES))) {
                if (probe.path("method").asText().equals(DECIDE)) {
                    probes.add(probe.path("inputs").path(0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param number makes it another one than all others */
    Situation situation(int number) {
        ObjectNode asked = probes.get(number % probes.size()).deepCopy();
        Instant now = BEGIN.plus(Duration.ofMinutes(5L * number));
        asked.put("now", now.toString());
        asked.put("mentions", random.nextInt(3));
        asked.put("assignedTasks", random.nextInt(3));
        asked.put("foreground", random.nextInt(4) == 0);
        ArrayNode signals = asked.putArray("signals");
        int count = random.nextInt(MOST_SIGNALS);
        for (int i = 0; i < count; i++) {
            signals.add(signal(number + "-" + i, now));
        }
        ((ObjectNode) asked.path("limits")).put("dispatchesToday", random.nextInt(7));
        String inputs = mapper.createArrayNode().add(asked).toString();
        return new Situation("heartbeat", DECIDE, inputs, now, number, List.of());
    }

    private ObjectNode signal(String id, Instant now) {
        ObjectNode signal = probes.get(0).path("signals").path(0).deepCopy();
        Instant seen = now.minus(Duration.ofMinutes(1 + random.nextInt(20)));
        signal.put("id", "s" + id);
        signal.put("fingerprint", "f" + id);
        signal.put("urgency", URGENCIES.get(random.nextInt(URGENCIES.size())).name());
        signal.put("confidence", random.nextInt(100) / 100.0);
        signal.put("mergedCount", 1 + random.nextInt(4));
        signal.put("firstSeenAt", seen.toString());
        signal.put("lastSeenAt", seen.toString());
        signal.put("expiresAt", now.plus(Duration.ofMinutes(30)).toString());
        return signal;
    }
}
