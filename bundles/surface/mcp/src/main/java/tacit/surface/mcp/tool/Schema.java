package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tacit.surface.mcp.rpc.Json;

/** Makes the JSON Schema of an object. Confined to one thread. */
final class Schema {

    private final ObjectNode schema = Json.object().put("type", "object");
    private final ObjectNode properties = schema.putObject("properties");

    private Schema() {}

    /** Of arguments: nothing but what is named. */
    static Schema closed() {
        Schema schema = new Schema();
        schema.schema.put("additionalProperties", false);
        return schema;
    }

    /** Of an answer, which may hold more than is named. */
    static Schema open() {
        return new Schema();
    }

    /** The schema of what recall tools answer, and others that answer rows. */
    static ObjectNode rows() {
        Schema schema = open();
        schema.list("results", "object", "what was found or done, in order");
        schema.list("failures", "object", "parts that did not answer, with the reason");
        return schema.requires("results", "failures");
    }

    Schema text(String name, String description) {
        return add(name, Json.object().put("type", "string").put("description", description));
    }

    Schema choice(String name, List<String> words, String description) {
        ObjectNode value = Json.object().put("type", "string");
        value.set("enum", Json.of(words));
        return add(name, value.put("description", description));
    }

    Schema whole(String name, int least, int most, String description) {
        return add(
                name,
                Json.object()
                        .put("type", "integer")
                        .put("minimum", least)
                        .put("maximum", most)
                        .put("description", description));
    }

    Schema truth(String name, String description) {
        return add(name, Json.object().put("type", "boolean").put("description", description));
    }

    Schema number(String name, String description) {
        return add(name, Json.object().put("type", "number").put("description", description));
    }

    /** A list of what has one type. */
    Schema list(String name, String type, String description) {
        ObjectNode value = Json.object().put("type", "array");
        value.putObject("items").put("type", type);
        return add(name, value.put("description", description));
    }

    /** A list of objects of one form. */
    Schema list(String name, ObjectNode form, String description) {
        ObjectNode value = Json.object().put("type", "array");
        value.set("items", form);
        return add(name, value.put("description", description));
    }

    Schema object(String name, String description) {
        return add(name, Json.object().put("type", "object").put("description", description));
    }

    Schema add(String name, ObjectNode value) {
        properties.set(name, value);
        return this;
    }

    /** Whether a property has this name. */
    boolean has(String name) {
        return properties.has(name);
    }

    /** The schema, where these must be given. */
    ObjectNode requires(String... names) {
        if (names.length > 0) {
            schema.set("required", Json.of(List.of(names)));
        }
        return schema;
    }
}
