package tacit.runtime.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which described fields came in an answer, over all tests of a process; lists those that did not when it ends. Thread-safe. */
final class Occurrences {

    private static final Path TARGET = Path.of("target");
    private static final Set<String> described = new ConcurrentSkipListSet<>();
    private static final Set<String> seen = new ConcurrentSkipListSet<>();
    private static final Set<String> expected = new ConcurrentSkipListSet<>();
    private static final Set<String> checked = new ConcurrentSkipListSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Occurrences::write, "unseen-fields"));
    }

    private Occurrences() {}

    /** Notes which answers a description tells of. */
    static void expect(JsonNode description) {
        description.path("operations").properties().forEach(operation -> operation
                .getValue()
                .path("responses")
                .properties()
                .forEach(response -> {
                    if (response.getValue().path("content").has("application/json")) {
                        expected.add(operation.getKey() + " " + response.getKey());
                    }
                }));
    }

    /** Notes an answer that fits its shape. */
    static void note(String name, JsonNode shape, JsonNode answer) {
        checked.add(name);
        walk(name, shape, answer);
    }

    private static void walk(String place, JsonNode shape, JsonNode value) {
        String here = shape.path(ClosedShapes.NAME).asText(place);
        for (JsonNode one : shape.path("anyOf")) {
            if (fits(one, value)) {
                walk(here, one, value);
            }
        }
        if (value.isArray()) {
            value.forEach(element -> walk(here + "[]", shape.path("items"), element));
        }
        if (value.isObject()) {
            fields(here, shape, value);
        }
    }

    private static void fields(String here, JsonNode shape, JsonNode value) {
        JsonNode known = shape.path("properties");
        known.properties().forEach(field -> {
            String name = here + "." + field.getKey();
            described.add(name);
            if (value.has(field.getKey())) {
                seen.add(name);
                walk(name, field.getValue(), value.get(field.getKey()));
            }
        });
        value.properties().forEach(entry -> {
            if (!known.has(entry.getKey())) {
                walk(here + "{}", shape.path("additionalProperties"), entry.getValue());
            }
        });
    }

    /** Whether a value is one of a shape, by its fields. */
    private static boolean fits(JsonNode shape, JsonNode value) {
        if (!value.isObject() || !shape.has("properties")) {
            return value.isObject() == shape.path("type").asText().equals("object");
        }
        for (JsonNode field : shape.path("required")) {
            if (!value.has(field.asText())) {
                return false;
            }
        }
        return value.properties().stream()
                .allMatch(field -> shape.get("properties").has(field.getKey()));
    }

    /** What was described and never came, in order. */
    static List<String> unseen() {
        List<String> lines = new ArrayList<>();
        expected.stream().filter(name -> !checked.contains(name)).forEach(name -> lines.add(name + ": never checked"));
        described.stream().filter(name -> !seen.contains(name)).forEach(lines::add);
        return lines;
    }

    private static void write() {
        if (Files.isDirectory(TARGET)) {
            try {
                Files.write(TARGET.resolve("openapi-unseen.txt"), unseen());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
