package tacit.evidence.ingest;

/**
 * How much of what is taken.
 *
 * @param text characters of a text; longer ones keep their beginning and their end
 * @param name characters of a name
 * @param id characters of an id; an update with a longer one is rejected
 * @param attributes attributes of a trace, a span or an event
 * @param elements elements of a list or a nested map
 * @param depth levels of nesting in an attribute
 * @param events events of a span
 * @param spans spans of an update; one with more is rejected
 */
record IngestBounds(int text, int name, int id, int attributes, int elements, int depth, int events, int spans) {

    static final int SHORTEST_TEXT = 128;

    IngestBounds {
        if (text < SHORTEST_TEXT) {
            throw new IllegalArgumentException("text.limit must be at least " + SHORTEST_TEXT + ", got " + text);
        }
        atLeastOne("name.limit", name);
        atLeastOne("id.limit", id);
        atLeastOne("attributes.limit", attributes);
        atLeastOne("elements.limit", elements);
        atLeastOne("depth.limit", depth);
        atLeastOne("events.limit", events);
        atLeastOne("spans.limit", spans);
    }

    static IngestBounds of(BoundedIngest.Config config) {
        return new IngestBounds(
                config.text_limit(),
                config.name_limit(),
                config.id_limit(),
                config.attributes_limit(),
                config.elements_limit(),
                config.depth_limit(),
                config.events_limit(),
                config.spans_limit());
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1, got " + value);
        }
    }
}
