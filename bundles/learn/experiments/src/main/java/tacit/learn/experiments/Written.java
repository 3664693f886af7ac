package tacit.learn.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.gate.Verdict;

/** Proposals, trials and values as JSON and back. Pure functions; what a later version adds is passed over. */
final class Written {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    /** A trial without its time, which Jackson alone does not know. */
    private record KeptTrial(
            String evaluator,
            Verdict verdict,
            int asked,
            int unanswerable,
            List<String> quarantined,
            List<String> sandbox,
            String at) {}

    private Written() {}

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass() + " as JSON", e);
        }
    }

    static Proposal proposal(String text) {
        return read(text, new TypeReference<Proposal>() {});
    }

    static String trial(Trial trial) {
        return text(kept(trial));
    }

    static Trial trial(String text) {
        KeptTrial kept = read(text, new TypeReference<KeptTrial>() {});
        return new Trial(
                kept.evaluator(),
                kept.verdict(),
                kept.asked(),
                kept.unanswerable(),
                kept.quarantined(),
                kept.sandbox(),
                Instant.parse(kept.at()));
    }

    private static KeptTrial kept(Trial trial) {
        return new KeptTrial(
                trial.evaluator(),
                trial.verdict(),
                trial.asked(),
                trial.unanswerable(),
                trial.quarantined(),
                trial.sandbox(),
                trial.at().toString());
    }

    static String values(List<Optional<String>> values) {
        List<@Nullable String> plain = new ArrayList<>();
        values.forEach(value -> plain.add(value.orElse(null)));
        return text(plain);
    }

    static List<Optional<String>> values(String text) {
        List<Optional<String>> values = new ArrayList<>();
        read(text, new TypeReference<List<@Nullable String>>() {})
                .forEach(value -> values.add(Optional.ofNullable(value)));
        return List.copyOf(values);
    }

    /** For people: indented, with a line's end. */
    static String pretty(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass() + " as JSON", e);
        }
    }

    static Object prettyTrial(Trial trial) {
        return kept(trial);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The same for two changes that do the same. */
    static String hash(HarnessChange change) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(change).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read what was written: " + e.getOriginalMessage(), e);
        }
    }
}
