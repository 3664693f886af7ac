package tacit.surface.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpResource;

/**
 * Joins what is really served with what each resource says of itself into one OpenAPI document. Method, path, role and the
 * parameters of the path come from the resource, whatever its description says. Confined to one thread.
 */
final class OpenApi {

    static final String UNDESCRIBED = "x-tacit-undescribed";

    private static final Logger log = LoggerFactory.getLogger(OpenApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private final Map<String, JsonNode> read = new HashMap<>();
    private final TreeMap<String, JsonNode> schemas = new TreeMap<>();

    private OpenApi() {}

    /** The document over these resources. */
    static ObjectNode of(List<HttpResource> resources) {
        return new OpenApi().document(resources);
    }

    private ObjectNode document(List<HttpResource> resources) {
        TreeMap<String, TreeMap<String, JsonNode>> paths = new TreeMap<>();
        for (HttpResource resource : resources) {
            paths.computeIfAbsent(resource.path(), path -> new TreeMap<>())
                    .put(resource.method().toLowerCase(Locale.ROOT), operation(resource));
        }
        ObjectNode document = JSON.createObjectNode();
        document.put("openapi", "3.1.0");
        document.set("info", JSON.createObjectNode().put("title", "Tacit").put("version", "1"));
        document.set("paths", JSON.valueToTree(paths));
        document.set("components", components());
        return document;
    }

    private ObjectNode operation(HttpResource resource) {
        Optional<JsonNode> described = described(resource);
        ObjectNode operation = described.<ObjectNode>map(JsonNode::deepCopy).orElseGet(JSON::createObjectNode);
        if (described.isEmpty()) {
            operation.put(UNDESCRIBED, true);
        }
        String role = resource.role().map(OpenApi::word).orElse("none");
        operation.put("operationId", name(resource));
        operation.putArray("tags").add(tag(resource.path()));
        operation.put("x-tacit-role", role);
        ArrayNode security = operation.putArray("security");
        if (resource.role().isPresent()) {
            security.addObject().putArray("bearer").add(role);
        }
        parameters(operation, resource);
        ObjectNode responses = operation.withObjectProperty("responses");
        responses.putObject("default").put("$ref", "#/components/responses/problem");
        return operation;
    }

    private static String word(AccessRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String name(HttpResource resource) {
        StringBuilder name = new StringBuilder(resource.method().toLowerCase(Locale.ROOT));
        Matcher words = WORD.matcher(resource.path());
        while (words.find()) {
            String word = words.group();
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    /** The first word of the path behind the version. */
    private static String tag(String path) {
        String[] segments = path.split("/", -1);
        return segments.length > 2 && segments[1].equals("v1") ? segments[2] : "host";
    }

    private static void parameters(ObjectNode operation, HttpResource resource) {
        ArrayNode all = JSON.createArrayNode();
        Matcher names = PARAMETER.matcher(resource.path());
        while (names.find()) {
            all.add(parameter(names.group(1), "path").put("required", true));
        }
        operation.path("parameters").forEach(all::add);
        if (resource.method().equals("POST")) {
            all.add(parameter(Replays.HEADER, "header")
                    .put("description", "Has the call done once; the same call again is answered as the first was"));
        }
        if (!all.isEmpty()) {
            operation.set("parameters", all);
        }
    }

    private static ObjectNode parameter(String name, String place) {
        ObjectNode parameter = JSON.createObjectNode().put("name", name).put("in", place);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private Optional<JsonNode> described(HttpResource resource) {
        JsonNode file = resource.description().map(this::read).orElseGet(JSON::createObjectNode);
        JsonNode operation = file.path("operations").path(resource.method() + " " + resource.path());
        return operation.isObject() ? Optional.of(operation) : Optional.empty();
    }

    private JsonNode read(String text) {
        return read.computeIfAbsent(text, unread -> {
            try {
                JsonNode file = JSON.readTree(unread);
                file.path("schemas").properties().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
                return file;
            } catch (JsonProcessingException e) {
                log.warn("Cannot read the description of a resource", e);
                return JSON.createObjectNode();
            }
        });
    }

    private ObjectNode components() {
        ObjectNode components = JSON.createObjectNode();
        schemas.put("Problem", problem());
        components.set("schemas", JSON.valueToTree(schemas));
        ObjectNode answer = components.putObject("responses").putObject("problem");
        answer.put("description", "Why the call was not done");
        answer.putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token; agent, reader and operator each may do what those before may");
        return components;
    }

    private static ObjectNode problem() {
        ObjectNode problem = JSON.createObjectNode().put("type", "object");
        problem.putArray("required").add("type").add("title").add("status").add("detail");
        ObjectNode fields = problem.putObject("properties");
        text(fields, "type", "Always about:blank");
        text(fields, "title", "What the status means");
        fields.putObject("status")
                .put("type", "integer")
                .put("minimum", 400)
                .put("maximum", 599)
                .put("description", "The status of the answer");
        text(fields, "detail", "Why the call was not done");
        return problem;
    }

    private static void text(ObjectNode fields, String name, String description) {
        fields.putObject(name).put("type", "string").put("description", description);
    }
}
