package tacit.adapt.style;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;

/** Writes what is known of a style as JSON, and reads it; what it cannot read any more is left out. */
final class StateJson {

    static final ObjectMapper JSON = new ObjectMapper();

    private StateJson() {}

    static String write(StyleState state) {
        ObjectNode root = JSON.createObjectNode();
        root.put("latest", state.latest().toEpochMilli());
        root.put("step", state.step());
        ArrayNode shifts = root.putArray("shifts");
        state.shifts().forEach(at -> shifts.add(at.toEpochMilli()));
        ArrayNode seen = root.putArray("seen");
        state.seen().forEach(seen::add);
        ArrayNode sections = root.putArray("sections");
        state.sections().forEach(section -> SectionJson.write(section, sections.addObject()));
        ArrayNode history = root.putArray("history");
        state.history().forEach(change -> write(change, history.addObject()));
        ArrayNode before = root.putArray("before");
        for (StyleState.Before one : state.before()) {
            ObjectNode node = before.addObject().put("step", one.step()).put("channel", one.channel());
            node.set("levels", levels(one.levels()));
            node.set("baseline", levels(one.baseline()));
        }
        return text(root);
    }

    static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every state can be written as JSON", e);
        }
    }

    static JsonNode tree(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored style: it is no JSON", e);
        }
    }

    private static void write(StyleChange change, ObjectNode node) {
        node.put("step", change.step());
        if (change.channel() != null) {
            node.put("channel", change.channel());
        }
        node.put("dimension", change.dimension().title())
                .put("from", change.from())
                .put("to", change.to())
                .put("reason", change.reason())
                .put("at", change.at().toEpochMilli());
        texts(change.evidence(), node.putArray("evidence"));
    }

    static void texts(Collection<String> texts, ArrayNode array) {
        texts.forEach(array::add);
    }

    static ObjectNode levels(Map<StyleDimension, String> levels) {
        ObjectNode node = JSON.createObjectNode();
        new EnumMap<>(levels.isEmpty() ? new EnumMap<>(StyleDimension.class) : levels)
                .forEach((dimension, level) -> node.put(dimension.title(), level));
        return node;
    }

    static StyleState read(String content) {
        JsonNode root = tree(content);
        StyleState state = new StyleState();
        state.stand(time(root.path("latest")), root.path("step").asLong());
        root.path("shifts").forEach(at -> state.shifts().add(time(at)));
        root.path("seen").forEach(id -> state.seen().add(id.asLong()));
        for (JsonNode node : root.path("sections")) {
            SectionJson.read(node, state.section(node.path("channel").asText()));
        }
        root.path("history").forEach(node -> change(node).ifPresent(state.history()::add));
        for (JsonNode node : root.path("before")) {
            state.before()
                    .add(new StyleState.Before(
                            node.path("step").asLong(),
                            node.path("channel").asText(),
                            levels(node.path("levels")),
                            levels(node.path("baseline"))));
        }
        return state;
    }

    static Instant time(JsonNode millis) {
        return Instant.ofEpochMilli(millis.asLong());
    }

    private static Optional<StyleChange> change(JsonNode node) {
        return dimension(node.path("dimension").asText())
                .map(dimension -> new StyleChange(
                        node.path("step").asLong(),
                        optional(node, "channel"),
                        dimension,
                        node.path("from").asText(),
                        node.path("to").asText(),
                        node.path("reason").asText(),
                        texts(node.path("evidence")),
                        time(node.path("at"))));
    }

    static @Nullable String optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    static Optional<StyleDimension> dimension(String title) {
        for (StyleDimension dimension : StyleDimension.values()) {
            if (dimension.title().equals(title)) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    static Map<StyleDimension, String> levels(JsonNode node) {
        Map<StyleDimension, String> levels = new EnumMap<>(StyleDimension.class);
        for (StyleDimension dimension : StyleDimension.values()) {
            String level = node.path(dimension.title()).asText();
            if (dimension.levels().contains(level)) {
                levels.put(dimension, level);
            }
        }
        return levels;
    }
}
