package tacit.surface.gateway.rest.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.Generation;

/**
 * Reads what a body wants changed: {@code bundles} by role, {@code settings} by PID and key. What is wrong becomes an {@link
 * IllegalArgumentException} that names the field. Pure functions.
 */
public final class WantedChange {

    private static final int MOST = 200;
    private static final int LONGEST = 20_000;

    private WantedChange() {}

    /** The hash of a jar by role; empty where none is wanted. */
    public static SortedMap<String, String> bundles(JsonNode body) {
        SortedMap<String, String> bundles = texts("bundles", body.path("bundles"));
        bundles.forEach((role, hash) -> {
            if (!hash.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("bundles must name jars by their SHA-256, got another for " + role);
            }
        });
        return bundles;
    }

    /** The new values of settings by PID. */
    public static SortedMap<String, SortedMap<String, String>> settings(JsonNode body) {
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> pid : entries("settings", body.path("settings"))) {
            settings.put(pid.getKey(), texts("settings." + pid.getKey(), pid.getValue()));
        }
        return settings;
    }

    /** All settings of the PIDs that a body names, as they would be; null takes one back to its default. */
    static SortedMap<String, SortedMap<String, String>> settingsOver(JsonNode body, Generation active) {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> pid : entries("settings", body.path("settings"))) {
            SortedMap<String, String> values =
                    new TreeMap<>(active.configurations().getOrDefault(pid.getKey(), new TreeMap<>()));
            for (Map.Entry<String, JsonNode> setting : entries("settings." + pid.getKey(), pid.getValue())) {
                if (setting.getValue().isNull()) {
                    values.remove(setting.getKey());
                } else {
                    values.put(setting.getKey(), text("settings." + pid.getKey(), setting.getValue()));
                }
            }
            all.put(pid.getKey(), values);
        }
        return all;
    }

    private static SortedMap<String, String> texts(String name, JsonNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        entries(name, node).forEach(entry -> texts.put(entry.getKey(), text(name, entry.getValue())));
        return texts;
    }

    private static List<Map.Entry<String, JsonNode>> entries(String name, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isObject() || node.size() > MOST) {
            throw new IllegalArgumentException(name + " must be an object of at most " + MOST + " fields");
        }
        return new ArrayList<>(node.properties());
    }

    private static String text(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().length() > LONGEST) {
            throw new IllegalArgumentException(name + " must hold texts, numbers or truths");
        }
        return value.asText();
    }
}
