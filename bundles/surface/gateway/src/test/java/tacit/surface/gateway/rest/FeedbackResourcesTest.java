package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.KeptFeedback;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;
import tacit.runtime.testkit.openapi.Conformance;

class FeedbackResourcesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<GivenFeedback> given = new ArrayList<>();
    private final FakeTraceStore traces = new FakeTraceStore();
    private final FakeDesk desk = new FakeDesk();
    private final FeedbackResource resource = new FeedbackResource(desk, traces, CLOCK);

    @BeforeEach
    void run() {
        traces.traces.add(
                Trace.builder("t1").workspaceId("default").userId("nora").build());
    }

    @Test
    void answersWhatCameOfIt() {
        Reply reply = resource.handle(FakeCall.json(
                "{\"id\":\"f1\",\"taskId\":\"t1\",\"decision\":\"rejected\",\"reason\":\"too_verbose\"}"));

        JsonNode answer = Conformance.checked(resource, reply);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(answer.get("id").asText()).isEqualTo("f1");
        assertThat(answer.get("routed").toString())
                .isEqualTo("{\"style\":\"shifted\",\"profile\":\"nothing: no wish\",\"files\":\"failed: broke\"}");
    }

    @Test
    void readsEverythingThatIsSent() {
        resource.handle(
                FakeCall.json("{\"taskId\":\"t1\",\"messageId\":\"s1\",\"decision\":\"edit\",\"reason\":\"Too stiff\","
                        + "\"note\":\"Say hello\",\"kind\":\"task\",\"userId\":\"ben\",\"channel\":\"slack\"}"));

        GivenFeedback feedback = given.get(0);
        assertThat(feedback.id()).startsWith("fb_");
        assertThat(feedback.messageId()).isEqualTo("s1");
        assertThat(feedback.decision()).isEqualTo(Decision.EDIT);
        assertThat(feedback.reason()).isEqualTo("Too stiff");
        assertThat(feedback.note()).isEqualTo("Say hello");
        assertThat(feedback.kind()).isEqualTo(Kind.TASK);
        assertThat(feedback.userId()).isEqualTo("ben");
        assertThat(feedback.channel()).isEqualTo("slack");
        assertThat(feedback.at()).isEqualTo(CLOCK.instant());
    }

    @ParameterizedTest
    @CsvSource({"accepted, ACCEPTED", "approved, ACCEPTED", "rejected, REJECTED", "edit, EDIT", "next, NEXT"})
    void mapsTheWordsOfGateways(String word, Decision decision) {
        resource.handle(FakeCall.json("{\"taskId\":\"t1\",\"decision\":\"" + word + "\"}"));

        assertThat(given.get(0).decision()).isEqualTo(decision);
        assertThat(given.get(0).kind()).isEqualTo(Kind.MESSAGE);
        assertThat(given.get(0).userId()).isEqualTo("nora");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"taskId\":\"t1\"}",
                "{\"decision\":\"accepted\"}",
                "{\"taskId\":\"t1\",\"decision\":\"liked\"}",
                "{\"taskId\":\"t1\",\"decision\":\"rejected\",\"reason\":\"too_wordy\"}",
                "{\"taskId\":\"t1\",\"decision\":\"rejected\",\"kind\":\"answer\"}",
                "{\"taskId\":\"t1\",\"decision\":\"rejected\",\"rating\":1}"
            })
    void refusesWhatItDoesNotKnow(String body) {
        assertThatThrownBy(() -> resource.handle(FakeCall.json(body)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
        assertThat(given).isEmpty();
    }

    @Test
    void takesNobodyForWhoSpokeWhereOthersReadAlong() {
        traces.traces.add(Trace.builder("t2")
                .workspaceId("default")
                .userId("nora")
                .attribute(Attribute.AUDIENCE, "group")
                .build());

        resource.handle(FakeCall.json("{\"taskId\":\"t2\",\"decision\":\"accepted\"}"));

        assertThat(given.get(0).userId()).isNull();
    }

    @Test
    void letsATokenSpeakForItsOwnUserOnly() {
        String body = "{\"taskId\":\"t1\",\"decision\":\"accepted\",\"userId\":\"ben\"}";

        assertThatThrownBy(() -> resource.handle(FakeCall.json(body).in(new Scope("default", "nora"))))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_TASK, 404, Not Found", "OTHER_ID, 409, Conflict", "TOO_MANY, 429, Too Many Requests"})
    void saysWhyItIsRefused(FeedbackRefused.Cause cause, int status, String title) {
        desk.refusal = new FeedbackRefused(cause, "Because", Duration.ofSeconds(40));

        Reply reply = resource.handle(FakeCall.json("{\"taskId\":\"t1\",\"decision\":\"accepted\"}"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(Replies.json(reply).get("title").asText()).isEqualTo(title);
        assertThat(reply.headers())
                .isEqualTo(cause == FeedbackRefused.Cause.TOO_MANY ? Map.of("Retry-After", "40") : Map.of());
    }

    @Test
    void listsFeedbackOfARun() {
        JsonNode rows = Conformance.answer(new FeedbackListResource(desk), new FakeCall().asking("taskId", "t1"))
                .get("rows");

        assertThat(rows.get(0).get("decision").asText()).isEqualTo("rejected");
        assertThat(rows.get(0).get("rating").asText()).isEqualTo("negative");
        assertThat(rows.get(0).get("routed").get("style").asText()).isEqualTo("shifted");
        assertThatThrownBy(() -> new FeedbackListResource(desk).handle(new FakeCall().asking("task", "t1")))
                .isInstanceOf(HttpProblem.class);
    }

    private static Map<String, FeedbackRoute> routed() {
        Map<String, FeedbackRoute> routed = new LinkedHashMap<>();
        routed.put("style", new FeedbackRoute(State.DONE, "shifted"));
        routed.put("profile", new FeedbackRoute(State.SKIPPED, "no wish"));
        routed.put("files", new FeedbackRoute(State.FAILED, "broke"));
        return routed;
    }

    private final class FakeDesk implements FeedbackDesk {

        private @Nullable FeedbackRefused refusal;

        @Override
        public KeptFeedback give(Scope scope, String by, GivenFeedback feedback) {
            if (refusal != null) {
                throw refusal;
            }
            given.add(feedback);
            return new KeptFeedback(feedback, by, 1, routed());
        }

        @Override
        public List<KeptFeedback> list(Scope scope, @Nullable String taskId, int limit) {
            GivenFeedback feedback = new GivenFeedback(
                    "f1",
                    "nora",
                    String.valueOf(taskId),
                    null,
                    Decision.REJECTED,
                    null,
                    null,
                    Kind.TASK,
                    null,
                    CLOCK.instant());
            return List.of(new KeptFeedback(feedback, "web", 1, routed()));
        }
    }
}
