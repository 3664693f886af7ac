package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.RunningGateway.Answer;

class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void describesEveryResourceOfTheGateway() throws Exception {
        List<HttpResource> all = resources();
        assertThat(all).hasSizeGreaterThan(130);

        ObjectNode document = OpenApi.of(all);

        List<String> undescribed = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has(OpenApi.UNDESCRIBED)
                            || operation.getValue().path("summary").asText().isBlank()) {
                        undescribed.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(undescribed).isEmpty();
    }

    @Test
    void isAnOpenApiDocument() throws Exception {
        ObjectNode document = OpenApi.of(resources());

        try (InputStream schema = OpenApiTest.class.getResourceAsStream("/openapi/schema-3.1.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(JSON.readTree(schema))
                            .validate(document))
                    .isEmpty();
        }
    }

    @Test
    void refersToNothingThatIsNotThere() throws Exception {
        ObjectNode document = OpenApi.of(resources());

        Set<String> missing = new TreeSet<>();
        document.findValuesAsText("$ref").stream()
                .filter(ref -> document.at(ref.substring(1)).isMissingNode())
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void saysOfEachFieldWhatItIs() throws Exception {
        List<String> silent = new ArrayList<>();

        fields("", OpenApi.of(resources()), (place, field) -> {
            boolean shaped = field.has("type") || field.has("anyOf") || field.has("oneOf") || field.has("$ref");
            // What an agent sends as it is has no shape of ours
            if (!field.has("description") || !(shaped || field.size() == 1)) {
                silent.add(place);
            }
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void leavesNoObjectWithoutFields() throws Exception {
        List<String> free = new ArrayList<>();

        objects("", OpenApi.of(resources()), (place, object) -> {
            if (!object.has("properties") && !object.has("additionalProperties")) {
                free.add(place);
            }
        });

        assertThat(free).isEmpty();
    }

    private static void fields(String place, JsonNode node, BiConsumer<String, JsonNode> told) {
        objects(place, node, (at, object) -> object.path("properties")
                .properties()
                .forEach(field -> told.accept(at + "." + field.getKey(), field.getValue())));
    }

    /** All schemas of objects within. */
    private static void objects(String place, JsonNode node, BiConsumer<String, JsonNode> told) {
        if (node.path("type").isTextual() && node.path("type").asText().equals("object")) {
            told.accept(place, node);
        }
        if (node.isArray()) {
            node.forEach(one -> objects(place, one, told));
        }
        node.properties().forEach(one -> objects(place + "/" + one.getKey(), one.getValue(), told));
    }

    @Test
    void namesEachOperationOnce() throws Exception {
        assertThat(OpenApi.of(resources()).findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void takesMethodPathAndRoleFromTheResource() {
        JsonNode operation = OpenApi.of(List.of(new Described(null)))
                .path("paths")
                .path("/v1/hens/{hen}/eggs/{egg}")
                .path("post");

        assertThat(operation.path("operationId").asText()).isEqualTo("postV1HensHenEggsEgg");
        assertThat(operation.path("x-tacit-role").asText()).isEqualTo("operator");
        assertThat(operation.path("security")).hasToString("[{\"bearer\":[\"operator\"]}]");
        assertThat(operation.path("parameters").findValuesAsText("name"))
                .containsExactly("hen", "egg", "Idempotency-Key");
        assertThat(operation.path("tags")).hasToString("[\"hens\"]");
        assertThat(operation.path(OpenApi.UNDESCRIBED).asBoolean()).isTrue();
        assertThat(operation.at("/responses/default/$ref").asText()).isEqualTo("#/components/responses/problem");
    }

    @Test
    void joinsWhatAResourceSaysOfItself() {
        ObjectNode document = OpenApi.of(List.of(new Described(
                "{\"operations\":{\"POST /v1/hens/{hen}/eggs/{egg}\":{\"summary\":\"Counts\",\"responses\":{\"201\":"
                        + "{\"description\":\"Made\"}}}},\"schemas\":{\"Egg\":{\"type\":\"object\"}}}")));

        JsonNode operation =
                document.path("paths").path("/v1/hens/{hen}/eggs/{egg}").path("post");
        assertThat(operation.path("summary").asText()).isEqualTo("Counts");
        assertThat(operation.path("responses").fieldNames()).toIterable().containsExactly("201", "default");
        assertThat(document.at("/components/schemas/Egg/type").asText()).isEqualTo("object");
        assertThat(operation.has(OpenApi.UNDESCRIBED)).isFalse();
    }

    @Test
    void goesOnWhereADescriptionCannotBeRead() {
        ObjectNode document = OpenApi.of(List.of(new Described("{broken")));

        assertThat(document.findValue(OpenApi.UNDESCRIBED).asBoolean()).isTrue();
    }

    @Test
    void isServedWithoutATokenAndFollowsWhatIsThere(@TempDir Path data) throws Exception {
        RunningGateway gateway = new RunningGateway(data);
        try {
            HttpResource late = new Described(null);
            Answer before = gateway.send(request());
            gateway.with(late);
            Answer with = gateway.send(request());
            gateway.remove(late);
            Answer after = gateway.send(request());

            assertThat(before.status()).isEqualTo(200);
            assertThat(before.text())
                    .contains("\"openapi\":\"3.1.0\"", "/v1/openapi.json")
                    .doesNotContain("hens");
            assertThat(with.text()).contains("/v1/hens/{hen}/eggs/{egg}");
            assertThat(after.text()).doesNotContain("hens");
        } finally {
            gateway.close();
        }
    }

    private static String request() {
        return "GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** Every class of the gateway that is a resource; none is constructed, as method, path and role are constants. */
    private static List<HttpResource> resources() throws IOException, URISyntaxException, ReflectiveOperationException {
        Path classes = Path.of(Dispatch.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<HttpResource> resources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(one -> one.toString().endsWith("Resource.class"))
                    .sorted()
                    .toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replace(".class", "");
                Class<?> type = Class.forName(name);
                if (HttpResource.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    resources.add((HttpResource) unmade(type));
                }
            }
        }
        return resources;
    }

    /** An object of a class whose constructor did not run. */
    private static Object unmade(Class<?> type) throws ReflectiveOperationException {
        Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
        Object made = factory.getMethod("getReflectionFactory").invoke(null);
        Constructor<?> constructor =
                (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                        .invoke(made, type, Object.class.getDeclaredConstructor());
        return constructor.newInstance();
    }

    /** A resource with a description of its own. */
    private record Described(String text) implements HttpResource {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String path() {
            return "/v1/hens/{hen}/eggs/{egg}";
        }

        @Override
        public Optional<AccessRole> role() {
            return Optional.of(AccessRole.OPERATOR);
        }

        @Override
        public Optional<String> description() {
            return Optional.ofNullable(text);
        }

        @Override
        public Reply handle(Call call) {
            return Reply.json(200, "{}");
        }
    }
}
