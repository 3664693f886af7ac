package tacit.runtime.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Schemas that refer to nothing and let an object have the described fields only, unless it says otherwise. */
final class ClosedShapes {

    /** Where a shape keeps the name that it was referred to by. */
    static final String NAME = "x-name";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PREFIX = "#/components/schemas/";
    private static final int DEEPEST = 40;

    private final JsonNode schemas;

    /**
     * @param schemas by name
     */
    ClosedShapes(JsonNode schemas) {
        this.schemas = schemas;
    }

    ObjectNode closed(JsonNode schema) {
        return closed(schema, 0);
    }

    private ObjectNode closed(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            throw new AssertionError("A schema holds itself: " + schema);
        }
        if (schema.has("$ref")) {
            return closed(named(schema), depth + 1);
        }
        ObjectNode shape = schema.has("allOf") ? joined(schema, depth) : schema.deepCopy();
        inner(shape, "properties", depth);
        for (String one : new String[] {"items", "additionalProperties"}) {
            if (shape.path(one).isObject()) {
                shape.set(one, closed(shape.get(one), depth + 1));
            }
        }
        for (String several : new String[] {"anyOf", "oneOf"}) {
            if (shape.has(several)) {
                ArrayNode closed = NODES.arrayNode();
                shape.get(several).forEach(one -> closed.add(closed(one, depth + 1)));
                shape.set(several, closed);
            }
        }
        if (shape.has("properties") && !shape.has("additionalProperties")) {
            shape.put("additionalProperties", false);
        }
        return shape;
    }

    private void inner(ObjectNode shape, String name, int depth) {
        if (shape.has(name)) {
            ObjectNode closed = NODES.objectNode();
            shape.get(name).properties().forEach(one -> closed.set(one.getKey(), closed(one.getValue(), depth + 1)));
            shape.set(name, closed);
        }
    }

    private ObjectNode named(JsonNode reference) {
        String name = reference.get("$ref").asText().substring(PREFIX.length());
        JsonNode schema = schemas.path(name);
        if (!schema.isObject()) {
            throw new AssertionError("There is no schema " + name);
        }
        return schema.<ObjectNode>deepCopy().put(NAME, name);
    }

    /** All parts as one. */
    private ObjectNode joined(JsonNode schema, int depth) {
        ObjectNode whole = NODES.objectNode().put("type", "object");
        ObjectNode properties = whole.putObject("properties");
        Set<String> required = new LinkedHashSet<>();
        for (JsonNode part : schema.get("allOf")) {
            JsonNode one = part.has("$ref") ? named(part) : part;
            ObjectNode flat = one.has("allOf") ? joined(one, depth + 1) : one.deepCopy();
            properties.setAll(flat.withObjectProperty("properties"));
            flat.path("required").forEach(field -> required.add(field.asText()));
        }
        required.forEach(whole.putArray("required")::add);
        if (schema.has(NAME)) {
            whole.set(NAME, schema.get(NAME));
        }
        return whole;
    }
}
