package tacit.pulse.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.pulse.Twin;

/** Reads and writes presets of personas as JSON; what is too much or too little is refused. */
final class TwinJson {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_PROMPT = 20_000;
    private static final int MOST_WORDS = 50;
    private static final Set<String> CATEGORIES = Set.of("engineering", "management", "product", "data", "operations");
    private static final List<String> TEXTS =
            List.of("id", "name", "description", "version", "icon", "color", "category", "systemPrompt");
    private static final List<String> LISTS = List.of("capabilities", "skills", "tags");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TwinJson() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Twin read(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A twin must be a JSON object", e);
        }
        checkNames(node);
        Twin twin = new Twin(
                text(node, "id"),
                text(node, "name"),
                text(node, "description"),
                text(node, "version"),
                text(node, "icon"),
                text(node, "color"),
                text(node, "category"),
                texts(node, "capabilities"),
                text(node, "systemPrompt"),
                texts(node, "skills"),
                texts(node, "tags"));
        if (!CATEGORIES.contains(twin.category())) {
            throw new IllegalArgumentException("category must be one of "
                    + String.join(", ", CATEGORIES.stream().sorted().toList()) + ", got '" + twin.category() + "'");
        }
        return twin;
    }

    private static void checkNames(JsonNode node) {
        Set<String> known = new HashSet<>(TEXTS);
        known.addAll(LISTS);
        if (!node.isObject()) {
            throw new IllegalArgumentException("A twin must be a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("A twin has no field '" + name + "'");
            }
        });
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        int longest = name.equals("systemPrompt") ? LONGEST_PROMPT : LONGEST_LINE;
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > longest) {
            throw new IllegalArgumentException(name + " must be a text of 1 to " + longest + " characters");
        }
        return value.textValue();
    }

    private static List<String> texts(JsonNode node, String name) {
        JsonNode value = node.path(name);
        List<String> texts = new ArrayList<>();
        if (value.isArray() && value.size() <= MOST_WORDS) {
            value.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
        }
        if (!value.isArray()
                || value.size() > MOST_WORDS
                || texts.stream().anyMatch(text -> text.isBlank() || text.length() > LONGEST_LINE)) {
            throw new IllegalArgumentException(
                    name + " must be at most " + MOST_WORDS + " texts of 1 to " + LONGEST_LINE + " characters");
        }
        return texts;
    }

    static String write(Twin twin) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", twin.id())
                .put("name", twin.name())
                .put("description", twin.description())
                .put("version", twin.version())
                .put("icon", twin.icon())
                .put("color", twin.color())
                .put("category", twin.category())
                .put("systemPrompt", twin.systemPrompt());
        add(node.putArray("capabilities"), twin.capabilities());
        add(node.putArray("skills"), twin.skills());
        add(node.putArray("tags"), twin.tags());
        return node.toString();
    }

    private static void add(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
