package tacit.runtime.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/**
 * Checks answers against what {@link HttpResource#description} says of them. An object with described fields may have no others,
 * unless it says {@code additionalProperties}. Described fields that never came, and answers that were never checked, are listed
 * in {@code target/openapi-unseen.txt} when the tests of a module end. Thread-safe.
 */
public final class Conformance {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Conformance() {}

    /**
     * Asks a resource.
     *
     * @return its answer, once it fits its schema
     * @throws AssertionError when it does not
     */
    public static JsonNode answer(HttpResource resource, Call call) {
        return checked(resource, resource.handle(call));
    }

    /**
     * Checks an answer.
     *
     * @return the answer as JSON, once it fits its schema
     * @throws AssertionError when it does not
     */
    public static JsonNode checked(HttpResource resource, Reply reply) {
        return checked(resource, reply.status(), text(reply));
    }

    /**
     * Checks an answer.
     *
     * @param body its body
     * @return the answer as JSON, once it fits its schema
     * @throws AssertionError when it does not
     */
    public static JsonNode checked(HttpResource resource, int status, String body) {
        String name = resource.method() + " " + resource.path();
        JsonNode described = read(resource.description().orElse("{}"));
        Occurrences.expect(described);
        JsonNode schema = described
                .path("operations")
                .path(name)
                .path("responses")
                .path(String.valueOf(status))
                .at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(name + " describes no JSON under " + status);
        }
        return fitting(name + " " + status, new ClosedShapes(described.path("schemas")).closed(schema), body);
    }

    /**
     * Checks an answer against the document that a host serves of itself.
     *
     * @param openapi the document
     * @param path as the document names it, with names in braces
     * @return the answer as JSON, once it fits its schema
     * @throws AssertionError when it does not, or when no such answer is described
     */
    public static JsonNode served(JsonNode openapi, String method, String path, int status, String body) {
        JsonNode schema = openapi.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(status))
                .at("/content/application~1json/schema");
        String name = method + " " + path + " " + status;
        if (schema.isMissingNode()) {
            throw new AssertionError(name + " is described by no JSON");
        }
        return fitting(name, new ClosedShapes(openapi.at("/components/schemas")).closed(schema), body);
    }

    private static JsonNode fitting(String name, ObjectNode closed, String body) {
        JsonNode answer = read(body);
        List<String> problems = SCHEMAS.getSchema(closed).validate(answer).stream()
                .map(Object::toString)
                .toList();
        if (!problems.isEmpty()) {
            throw new AssertionError(name + " answers " + answer + ", but " + String.join("; ", problems));
        }
        Occurrences.note(name, closed, answer);
        return answer;
    }

    /**
     * Checks what a client heard from one of several resources; what is no JSON, and what none of them serves, is let be.
     *
     * @param path with or without a query
     * @param type the media type of the answer
     * @throws AssertionError when the answer does not fit
     */
    public static void heard(
            Collection<? extends HttpResource> resources,
            String method,
            String path,
            int status,
            String type,
            String body) {
        if (type.startsWith("application/json")) {
            resources.stream()
                    .filter(one -> one.method().equals(method) && leads(one.path(), path.replaceFirst("\\?.*", "")))
                    .min(Comparator.comparing(one -> one.path().contains("{")))
                    .ifPresent(one -> checked(one, status, body));
        }
    }

    private static boolean leads(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + text, e);
        }
    }

    private static String text(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            reply.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
