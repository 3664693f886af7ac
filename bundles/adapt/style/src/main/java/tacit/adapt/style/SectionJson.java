package tacit.adapt.style;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tacit.api.adapt.StyleReview;

/** Writes the style of one place, with what was observed there, as JSON, and reads it. */
final class SectionJson {

    private SectionJson() {}

    static void write(Section section, ObjectNode node) {
        node.put("channel", section.channel()).put("total", section.total());
        node.set("levels", StateJson.levels(section.levels()));
        node.set("baseline", StateJson.levels(section.baseline()));
        ArrayNode window = node.putArray("window");
        for (Observed one : section.window()) {
            window.addArray()
                    .add(one.at().toEpochMilli())
                    .add(one.length())
                    .add((one.emoji() ? 1 : 0) + (one.technical() ? 2 : 0))
                    .add(one.evidence());
        }
        ArrayNode signals = node.putArray("signals");
        section.signals().forEach(signal -> write(signal, signals.addObject()));
        ArrayNode reviews = node.putArray("reviews");
        for (StyleReview review : section.reviews()) {
            ObjectNode one = reviews.addObject()
                    .put("reason", review.reason())
                    .put("at", review.at().toEpochMilli());
            StateJson.texts(review.evidence(), one.putArray("evidence"));
        }
    }

    private static void write(Signal signal, ObjectNode node) {
        Wish wish = signal.wish();
        node.put("dimension", wish.dimension().title())
                .put("direction", wish.direction())
                .put("strength", wish.strength())
                .put("name", wish.name())
                .put("at", signal.at().toEpochMilli())
                .put("spent", signal.spent());
        StateJson.texts(signal.evidence(), node.putArray("evidence"));
    }

    static void read(JsonNode node, Section section) {
        section.total(node.path("total").asLong());
        section.stand(StateJson.levels(node.path("levels")), StateJson.levels(node.path("baseline")));
        for (JsonNode one : node.path("window")) {
            int look = one.path(2).asInt();
            section.window()
                    .add(new Observed(
                            StateJson.time(one.path(0)),
                            one.path(1).asInt(),
                            (look & 1) != 0,
                            (look & 2) != 0,
                            one.path(3).asText()));
        }
        node.path("signals").forEach(one -> readSignal(one, section));
        for (JsonNode one : node.path("reviews")) {
            section.reviews()
                    .add(new StyleReview(
                            one.path("reason").asText(),
                            section.named(),
                            StateJson.texts(one.path("evidence")),
                            StateJson.time(one.path("at"))));
        }
    }

    private static void readSignal(JsonNode node, Section section) {
        StateJson.dimension(node.path("dimension").asText())
                .map(dimension -> new Wish(
                        dimension,
                        node.path("direction").asInt(),
                        node.path("strength").asDouble(),
                        node.path("name").asText()))
                .map(wish -> new Signal(
                        wish,
                        StateJson.time(node.path("at")),
                        StateJson.texts(node.path("evidence")),
                        node.path("spent").asBoolean()))
                .ifPresent(section.signals()::add);
    }
}
