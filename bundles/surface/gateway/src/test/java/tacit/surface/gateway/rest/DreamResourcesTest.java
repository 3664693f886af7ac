package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.runtime.testkit.FakeDreams;

class DreamResourcesTest {

    private final FakeDreams dreams = new FakeDreams();

    private static JsonNode json(Reply reply) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reply.body().writeTo(out);
            return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode act(String act, String body) {
        return json(new DreamReviewResource(dreams)
                .handle(FakeCall.json(body).at("id", "dc1").at("act", act)));
    }

    @Test
    void listsCandidatesAndRunsOfTheTokensScope() {
        JsonNode page = json(new DreamsResource(dreams)
                .handle(FakeCall.json("").in(Scope.ofWorkspace("w1")).asking("state", "proposed")));
        assertThat(page.path("rows").get(0).path("proposedValue").asText()).isEqualTo("Tuesday");
        assertThat(page.path("rows")
                        .get(0)
                        .path("evidence")
                        .get(0)
                        .path("snippet")
                        .asText())
                .isEqualTo("On Tuesday");
        assertThat(dreams.acts).containsExactly("list w1 null PROPOSED");

        JsonNode runs =
                json(new DreamRunsResource(dreams).handle(FakeCall.json("").asking("status", "completed")));
        assertThat(runs.path("rows").get(0).path("merged").asInt()).isEqualTo(2);
        assertThat(json(new DreamRunResource(dreams).handle(FakeCall.json("").at("id", "dr1")))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        assertThat(json(new DreamResource(dreams).handle(FakeCall.json("").at("id", "dc1")))
                        .path("target")
                        .asText())
                .isEqualTo("curated_memory");
    }

    @Test
    void decides() {
        assertThat(act("accept", "").path("state").asText()).isEqualTo("applied");
        assertThat(act("edit", "{\"proposedValue\":\"Wednesday\"}")
                        .path("state")
                        .asText())
                .isEqualTo("proposed");
        assertThat(act("reject", "{\"reason\":\"no\"}").path("state").asText()).isEqualTo("rejected");
        assertThat(act("archive", "").path("state").asText()).isEqualTo("archived");
        assertThat(act("undo", "").path("state").asText()).isEqualTo("undone");
        assertThat(dreams.acts)
                .containsExactly("accept dc1 ann", "edit dc1 Wednesday", "reject dc1 no", "archive dc1", "undo dc1");
    }

    @Test
    void dreamsNow() {
        JsonNode result = json(new DreamStartResource(dreams).handle(FakeCall.json("{\"profileId\":\"p1\"}")));

        assertThat(result.path("runId").asText()).isEqualTo("dr1");
        assertThat(result.path("candidates").asInt()).isEqualTo(2);
        assertThat(dreams.acts).containsExactly("dream p1 default MANUAL null");
        dreams.off = true;
        refused(409, () -> new DreamStartResource(dreams).handle(FakeCall.json("")));
    }

    private static void refused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    @Test
    void saysWhatItDoesNotKnowAndWhatIsForbidden() {
        refused(404, () -> new DreamResource(dreams).handle(FakeCall.json("").at("id", "dc2")));
        refused(404, () -> new DreamRunResource(dreams).handle(FakeCall.json("").at("id", "dr2")));
        refused(404, () -> act("forget", ""));
        refused(404, () -> new DreamReviewResource(dreams)
                .handle(FakeCall.json("").at("id", "dc2").at("act", "accept")));
        refused(400, () -> act("edit", "{}"));
        refused(400, () -> act("accept", "{\"force\":true}"));
        refused(400, () -> new DreamsResource(dreams).handle(FakeCall.json("").asking("state", "asleep")));
        dreams.off = true;
        refused(409, () -> act("undo", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void onlyOperatorsDecide(String method) {
        List<HttpResource> all = List.of(
                new DreamsResource(dreams),
                new DreamResource(dreams),
                new DreamRunsResource(dreams),
                new DreamRunResource(dreams),
                new DreamStartResource(dreams),
                new DreamReviewResource(dreams));
        AccessRole needed = method.equals("GET") ? AccessRole.READER : AccessRole.OPERATOR;

        assertThat(all.stream().filter(one -> one.method().equals(method)))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.role()).contains(needed))
                .allSatisfy(one -> assertThat(one.path()).startsWith("/v1/dreams"));
    }
}
