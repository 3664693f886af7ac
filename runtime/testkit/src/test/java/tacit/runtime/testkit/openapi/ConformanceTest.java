package tacit.runtime.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

class ConformanceTest {

    private static final String HEN = "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},"
            + "\"colour\":{\"type\":\"string\",\"enum\":[\"red\",\"white\"]},\"eggs\":{\"type\":\"array\",\"items\":"
            + "{\"$ref\":\"#/components/schemas/Egg\"}},\"notes\":{\"type\":\"object\",\"additionalProperties\":"
            + "{\"type\":\"string\"}},\"anything\":{\"type\":\"object\",\"additionalProperties\":true}},\"required\":[\"id\"]}";
    private static final String EGG = "{\"type\":\"object\",\"properties\":{\"grams\":{\"type\":\"integer\"}}}";
    private static final String BROODING = "{\"allOf\":[{\"$ref\":\"#/components/schemas/Hen\"},{\"type\":\"object\","
            + "\"properties\":{\"days\":{\"type\":\"integer\"}},\"required\":[\"days\"]}]}";

    private static HttpResource hens(String schema) {
        String answer = "{\"description\":\"Done\",\"content\":{\"application/json\":{\"schema\":" + schema + "}}}";
        return new Told("{\"operations\":{\"GET /v1/hens\":{\"responses\":{\"200\":" + answer + ",\"206\":" + answer
                + "}}},\"schemas\":{\"Hen\":" + HEN + ",\"Egg\":" + EGG + ",\"Brooding\":" + BROODING + "}}");
    }

    private static String ref(String name) {
        return "{\"$ref\":\"#/components/schemas/" + name + "\"}";
    }

    private static void refused(String schema, String body, String... words) {
        assertThatThrownBy(() -> Conformance.checked(hens(schema), 200, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"colour\":\"red\",\"eggs\":[{\"grams\":60},{}]}",
                "{\"id\":\"a\",\"notes\":{\"any\":\"word\"},\"anything\":{\"at\":[\"all\",1]}}"
            })
    void takesWhatIsDescribed(String body) {
        assertThat(Conformance.checked(hens(ref("Hen")), 200, body).get("id").asText())
                .isEqualTo("a");
    }

    @Test
    void refusesAFieldThatIsNotDescribed() {
        refused(ref("Hen"), "{\"id\":\"a\",\"age\":3}", "GET /v1/hens 200 answers", "age");
        refused(ref("Hen"), "{\"id\":\"a\",\"eggs\":[{\"grams\":60,\"price\":1}]}", "price");
        refused("{\"type\":\"array\",\"items\":" + ref("Egg") + "}", "[{\"price\":1}]", "price");
        refused("{\"anyOf\":[" + ref("Hen") + "," + ref("Egg") + "]}", "{\"grams\":60,\"price\":1}", "price");
    }

    @Test
    void refusesWhatIsMissingAndWhatIsOfAnotherType() {
        refused(ref("Hen"), "{}", "id");
        refused(ref("Hen"), "{\"id\":7}", "string");
        refused(ref("Hen"), "{\"id\":\"a\",\"colour\":\"blue\"}", "red");
        refused(ref("Hen"), "{\"id\":\"a\",\"notes\":{\"any\":1}}", "string");
        refused(ref("Hen"), "no json", "This is no JSON");
    }

    @Test
    void joinsTheFieldsOfAllParts() {
        assertThat(Conformance.checked(hens(ref("Brooding")), 200, "{\"id\":\"a\",\"days\":3}")
                        .get("days")
                        .asInt())
                .isEqualTo(3);
        refused(ref("Brooding"), "{\"id\":\"a\"}", "days");
        refused(ref("Brooding"), "{\"id\":\"a\",\"days\":3,\"age\":1}", "age");
    }

    @Test
    void refusesAnswersThatAreNotDescribed() {
        assertThatThrownBy(() -> Conformance.checked(hens(ref("Hen")), 201, "{}"))
                .hasMessage("GET /v1/hens describes no JSON under 201");
        assertThatThrownBy(() -> Conformance.checked(hens(ref("Cock")), 200, "{}"))
                .hasMessage("There is no schema Cock");
        assertThatThrownBy(() -> Conformance.checked(new Told(null), 200, "{}"))
                .hasMessageContaining("describes no JSON");
    }

    @Test
    void refusesASchemaThatHoldsItself() {
        HttpResource endless = new Told("{\"operations\":{\"GET /v1/hens\":{\"responses\":{\"200\":{\"content\":"
                + "{\"application/json\":{\"schema\":" + ref("Hen")
                + "}}}}}},\"schemas\":{\"Hen\":{\"type\":\"object\","
                + "\"properties\":{\"chick\":" + ref("Hen") + "}}}}");

        assertThatThrownBy(() -> Conformance.checked(endless, 200, "{}")).hasMessageContaining("holds itself");
    }

    @Test
    void listsWhatNeverCame() {
        Conformance.checked(hens("{\"$ref\":\"#/components/schemas/Hen\"}"), 200, "{\"id\":\"a\",\"eggs\":[{}]}");

        assertThat(Occurrences.unseen())
                .contains("GET /v1/hens 206: never checked")
                .doesNotContain("GET /v1/hens 200: never checked", "Hen.id", "Hen.eggs");
    }

    @Test
    void checksWhatAClientHeard() {
        List<HttpResource> served = List.of(hens(ref("Hen")));

        assertThatThrownBy(() -> Conformance.heard(served, "GET", "/v1/hens?limit=1", 200, "application/json", "{}"))
                .hasMessageContaining("id");
        assertThatCode(() -> {
                    Conformance.heard(
                            served, "GET", "/v1/hens", 200, "application/json; charset=utf-8", "{\"id\":\"a\"}");
                    Conformance.heard(served, "GET", "/v1/hens", 404, "application/problem+json", "{}");
                    Conformance.heard(served, "POST", "/v1/hens", 200, "application/json", "{}");
                    Conformance.heard(served, "GET", "/v1/hens/1", 200, "application/json", "{}");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void asksAResource() {
        assertThat(Conformance.answer(hens(ref("Hen")), new NoCall()).get("id").asText())
                .isEqualTo("told");
    }

    /** A resource that says of itself what it is told. */
    private record Told(@Nullable String text) implements HttpResource {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/v1/hens";
        }

        @Override
        public Optional<AccessRole> role() {
            return Optional.empty();
        }

        @Override
        public Optional<String> description() {
            return Optional.ofNullable(text);
        }

        @Override
        public Reply handle(Call call) {
            return Reply.json(200, "{\"id\":\"told\"}");
        }
    }

    /** A call of nobody in particular. */
    private record NoCall() implements Call {

        @Override
        public Principal principal() {
            return new Principal("anybody", AccessRole.AGENT, Scope.ofDefaultWorkspace());
        }

        @Override
        public Map<String, String> pathParameters() {
            return Map.of();
        }

        @Override
        public Map<String, List<String>> query() {
            return Map.of();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> contentType() {
            return Optional.empty();
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }
    }
}
