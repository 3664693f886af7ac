package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Checks answers against what the OpenAPI document says of their resource. */
public final class Conformance {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Conformance() {}

    /** The answer, once it fits its schema, as JSON. */
    public static JsonNode checked(HttpResource resource, Reply reply) {
        ObjectNode document = OpenApi.of(List.of(resource));
        JsonNode operation = document.path("paths")
                .path(resource.path())
                .path(resource.method().toLowerCase(Locale.ROOT));
        JsonNode answer = operation.path("responses").path(Integer.toString(reply.status()));
        assertThat(answer.isMissingNode())
                .as("%s %s describes %s", resource.method(), resource.path(), reply.status())
                .isFalse();
        ObjectNode schema = answer.at("/content/application~1json/schema").deepCopy();
        schema.set("components", document.get("components"));
        JsonNode body = json(reply);
        assertThat(SCHEMAS.getSchema(schema).validate(body))
                .as("%s %s answers %s", resource.method(), resource.path(), body)
                .isEmpty();
        return body;
    }

    /** What is wrong with a document by a schema; empty for nothing. */
    static List<String> problems(JsonNode schema, JsonNode document) {
        return SCHEMAS.getSchema(schema).validate(document).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode json(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            reply.body().writeTo(out);
            return JSON.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
