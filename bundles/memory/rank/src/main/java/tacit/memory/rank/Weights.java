package tacit.memory.rank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much each feature counts: all that versions of this ranker differ in. Immutable.
 *
 * @param version of the weights, for people
 * @param values by the feature's name; one that is absent counts nothing
 */
public record Weights(String version, SortedMap<String, Double> values) {

    private static final String RESOURCE = "weights.json";

    public Weights {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        if (version.isBlank()) {
            throw new IllegalArgumentException("version must not be blank");
        }
    }

    /** Those of this bundle. */
    public static Weights shipped() {
        try (InputStream content = Weights.class.getResourceAsStream(RESOURCE)) {
            if (content == null) {
                throw new IllegalStateException("Cannot read '" + RESOURCE + "': it is not in the bundle");
            }
            return of(new ObjectMapper().readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + RESOURCE + "': " + e.getMessage(), e);
        }
    }

    /** Reads {@code {"version": "…", "weights": {"feature": 0.5}}}. */
    static Weights of(JsonNode json) {
        SortedMap<String, Double> values = new TreeMap<>();
        json.path("weights").properties().forEach(weight -> {
            if (!weight.getValue().isNumber()) {
                throw new IllegalArgumentException(
                        "weights." + weight.getKey() + " must be a number, got " + weight.getValue());
            }
            values.put(weight.getKey(), weight.getValue().asDouble());
        });
        return new Weights(json.path("version").asText(), values);
    }

    /** The same without one feature. */
    public Weights without(String feature) {
        SortedMap<String, Double> rest = new TreeMap<>(values);
        rest.remove(feature);
        return new Weights(version, rest);
    }
}
