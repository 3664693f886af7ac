package tacit.surface.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

class ProxyTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String ASK =
            "{\"model\":\"m-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Count the hens\"}],"
                    + "\"seed\":12345678901234567890,\"temperature\":1.0}";

    /** What an agent asks once it has called a tool for that. */
    private static final String NEXT = ASK.replace(
            "}],\"seed\"",
            "},{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"t1\",\"type\":\"function\","
                    + "\"function\":{\"name\":\"count\",\"arguments\":\"{\\\"of\\\":\\\"hens\\\"}\"}}]},"
                    + "{\"role\":\"tool\",\"tool_call_id\":\"t1\",\"content\":\"4\"}],\"seed\"");

    private static final String ANSWER =
            "{\"id\":\"c1\",\"model\":\"m-1-real\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                    + "\"assistant\",\"content\":\"There are 4\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":4,\"prompt_tokens_details\":{\"cached_tokens\":3}}}";

    private ScriptedUpstream model;
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        model = new ScriptedUpstream()
                .doing(ScriptedUpstream.json(200, ANSWER, "x-request-id", "r1", "set-cookie", "a=b"));
        rig = new Rig();
        rig.upstream("main", model, "openai", Map.of());
    }

    @AfterEach
    void close() {
        rig.close();
        model.close();
    }

    @Test
    void givesAPromptItsContextAndPassesAllElseOn() throws Exception {
        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ANSWER);
        String sent = model.last().body();
        assertThat(sent)
                .contains("<tacit_context id=", "The secret of ann is \\\"näher\\\"")
                .endsWith(
                        "{\"role\":\"user\",\"content\":\"Count the hens\"}],\"seed\":12345678901234567890,\"temperature\":1.0}");
        assertThat(rig.memory.asked).singleElement().satisfies(asked -> {
            assertThat(asked.task()).isEqualTo("Count the hens");
            assertThat(asked.audience().userId()).isEqualTo("ann");
        });
    }

    @Test
    void showsTheUpstreamItsOwnKeyAndNothingOfTheCallers() throws Exception {
        HttpResponse<String> answer =
                rig.post(CHAT, "ann", ASK, "openai-organization", "org-1", "x-tacit-session", "s1");

        Map<String, String> sent = model.last().headers();
        assertThat(sent)
                .containsEntry("authorization", "Bearer " + Rig.KEY)
                .containsEntry("openai-organization", "org-1");
        assertThat(sent.keySet()).noneMatch(name -> name.startsWith("x-tacit"));
        assertThat(answer.headers().map().toString()).doesNotContain(Rig.KEY);
        assertThat(answer.headers().firstValue("x-request-id")).contains("r1");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void keepsATraceOfWhatWasAskedAndAnswered() throws Exception {
        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK, "x-tacit-task-key", "hens", "x-tacit-profile", "p1");

        RecordedTrace kept = rig.kept().get(0);
        Span chat = Rig.chat(kept);
        assertThat(kept.trace().id())
                .isEqualTo(answer.headers().firstValue("x-tacit-trace").orElseThrow());
        assertThat(kept.trace().userId()).isEqualTo("ann");
        assertThat(kept.trace().taskKey()).isEqualTo("hens");
        assertThat(kept.trace().profileId()).isEqualTo("p1");
        assertThat(chat.operation()).isEqualTo("chat");
        assertThat(chat.input())
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Count the hens\"}]}]");
        assertThat(chat.output()).contains("There are 4");
        assertThat(chat.attributes())
                .containsEntry("gen_ai.request.model", "m-1")
                .containsEntry("gen_ai.response.model", "m-1-real")
                .containsEntry("gen_ai.usage.input_tokens", 11L)
                .containsEntry("gen_ai.usage.output_tokens", 4L)
                .containsEntry("gen_ai.usage.cache_read.input_tokens", 3L)
                .containsEntry("gen_ai.response.finish_reasons", List.of("stop"))
                .containsEntry("tacit.route.upstream", "main")
                .containsKey("gen_ai.response.time_to_first_chunk");
    }

    @Test
    void marksTheContextSoThatNobodyLearnsFromItAgain() throws Exception {
        String id = rig.post(CHAT, "ann", ASK)
                .headers()
                .firstValue("x-tacit-context")
                .orElseThrow();

        RecordedTrace kept = rig.kept().get(0);
        Span given = kept.spans().stream()
                .filter(span -> span.operation().equals("retrieval"))
                .findFirst()
                .orElseThrow();
        assertThat(given.attributes()).containsEntry("tacit.injected", true).containsEntry("tacit.context.id", id);
        assertThat(given.output()).contains("The secret of ann");
        assertThat(Rig.chat(kept).attributes()).containsEntry("tacit.context.id", id);
        assertThat(Rig.chat(kept).input()).doesNotContain("secret", "tacit_context");
    }

    @Test
    void leavesAPromptAloneWhenItIsTold() throws Exception {
        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK, "x-tacit-context", "off");

        assertThat(model.last().body()).isEqualTo(ASK);
        assertThat(answer.headers().firstValue("x-tacit-context")).contains("off");
        assertThat(rig.memory.asked).isEmpty();
        assertThat(Rig.chat(rig.kept().get(0)).attributes()).containsEntry("tacit.context.state", "off");
    }

    @Test
    void goesOnWithoutAContextThatFails() throws Exception {
        rig.memory.words = request -> {
            throw new IllegalStateException("secret words");
        };

        assertThat(rig.post(CHAT, "ann", ASK).statusCode()).isEqualTo(200);

        assertThat(model.last().body()).isEqualTo(ASK);
        assertThat(Rig.chat(rig.kept().get(0)).attributes()).containsEntry("tacit.context.state", "failed");
    }

    @Test
    void goesOnWithoutAContextThatThereIsNot() throws Exception {
        rig.memory.words = request -> "";
        rig.post(CHAT, "ann", ASK);
        rig.contexts.contexts = null;
        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(model.asked).extracting(ScriptedUpstream.Request::body).containsExactly(ASK, ASK);
        assertThat(answer.headers().firstValue("x-tacit-context")).contains("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-tacit-subject", "user", "metadata"})
    void refusesAUserOutsideTheToken(String place) throws Exception {
        boolean header = place.startsWith("x-");
        String body =
                switch (place) {
                    case "user" -> ASK.replace("\"seed\"", "\"user\":\"bob\",\"seed\"");
                    case "metadata" -> ASK.replace("\"seed\"", "\"metadata\":{\"tacit_subject\":\"bob\"},\"seed\"");
                    default -> ASK;
                };

        HttpResponse<String> answer = header ? rig.post(CHAT, "ann", body, place, "bob") : rig.post(CHAT, "ann", body);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"error\":{\"message\":");
        assertThat(model.asked).isEmpty();
        assertThat(rig.memory.asked).isEmpty();
    }

    @Test
    void keepsTheUsersOfATeamApart() throws Exception {
        rig.post(CHAT, "team", ASK, "x-tacit-subject", "ann");
        rig.post(CHAT, "team", ASK, "x-tacit-subject", "bob");
        rig.post(CHAT, "bob", ASK);

        assertThat(model.asked.get(0).body()).contains("secret of ann").doesNotContain("secret of bob");
        assertThat(model.asked.get(1).body()).contains("secret of bob").doesNotContain("secret of ann");
        assertThat(model.asked.get(2).body()).contains("secret of bob");
        assertThat(rig.kept()).extracting(kept -> kept.trace().userId()).containsExactlyInAnyOrder("ann", "bob", "bob");
    }

    @Test
    void sendsTheSameBeginningInATurnSoThatServersCanKeepIt() throws Exception {
        String first = context(ASK, "s1");
        String second = context(NEXT, "s1");

        assertThat(second).isEqualTo(first);
        String begin = model.asked.get(0).body();
        assertThat(model.asked.get(1).body()).startsWith(begin.substring(0, begin.indexOf("],\"seed\"")));
        assertThat(context(ASK, "s2")).isNotEqualTo(first);
        assertThat(context(
                        NEXT.replace("],\"seed\"", ",{\"role\":\"user\",\"content\":\"And the geese?\"}],\"seed\""),
                        "s1"))
                .isNotEqualTo(first);
        rig.memory.words = request -> "Another secret";
        assertThat(context(NEXT, "s1")).isNotEqualTo(first);
    }

    @Test
    void namesAContextOfNoSessionAnewEachTime() throws Exception {
        assertThat(context(ASK, null)).isNotEqualTo(context(ASK, null));
    }

    /** The id of the context that a request got. */
    private String context(String body, @Nullable String session) throws Exception {
        String[] headers = session == null ? new String[0] : new String[] {"x-tacit-session", session};
        String id = rig.post(CHAT, "ann", body, headers)
                .headers()
                .firstValue("x-tacit-context")
                .orElseThrow();
        assertThat(model.last().body()).contains("<tacit_context id=\\\"" + id);
        return id;
    }

    @Test
    void makesOneTraceOfWhatASessionDoesForOneMessage() throws Exception {
        String later = NEXT.replace("],\"seed\"", ",{\"role\":\"user\",\"content\":\"And the geese?\"}],\"seed\"");
        for (String body : List.of(ASK, NEXT, later)) {
            rig.post(CHAT, "ann", body, "x-tacit-session", "s1");
        }

        List<RecordedTrace> kept = rig.kept();

        assertThat(kept).hasSize(2).allMatch(one -> one.trace().sessionId().equals("s1"));
        assertThat(kept).extracting(one -> one.spans().size()).containsExactlyInAnyOrder(4, 2);
        assertThat(kept.toString())
                .contains("\"type\":\"tool_call\",\"id\":\"t1\",\"name\":\"count\",\"arguments\":{\"of\":\"hens\"}");
        Optional<RecordedTrace> second =
                kept.stream().filter(one -> one.spans().size() == 2).findFirst();
        assertThat(Rig.chat(second.orElseThrow()).input()).contains("geese").doesNotContain("Count the hens");
    }

    @Test
    void saysWhatToConfigureWhereNothingIs() throws Exception {
        HttpResponse<String> answer = rig.post("/v1/messages", "ann", "{\"model\":\"c\",\"messages\":[]}");

        assertThat(answer.statusCode()).isEqualTo(503);
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.at("/error/message").asText())
                .contains("tacit.surface.proxy.Upstream~NAME", "kind=anthropic", "key.file");
        assertThat(problem.at("/type").asText()).isEqualTo("error");
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        assertThat(rig.post(CHAT, "ann", "{\"model\":").statusCode()).isEqualTo(400);
        assertThat(rig.post(CHAT, "ann", ASK, "x-tacit-audience", "everybody").statusCode())
                .isEqualTo(400);
        assertThat(rig.post(CHAT, "ann", ASK, "x-tacit-session", "s".repeat(401))
                        .statusCode())
                .isEqualTo(400);
        assertThat(rig.post(CHAT, "nobody", ASK).statusCode()).isEqualTo(401);
        assertThat(model.asked).isEmpty();
    }

    @Test
    void passesErrorsOfAModelOnAsTheyAre() throws Exception {
        String error = "{\"error\":{\"message\":\"Incorrect API key provided: " + Rig.KEY
                + "\",\"type\":\"invalid_request_error\"}}";
        model.doing(ScriptedUpstream.json(401, error, "x-echo", "Bearer " + Rig.KEY));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(error);
        assertThat(answer.headers().map().toString()).doesNotContain(Rig.KEY);
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.errorType()).isEqualTo("invalid_request_error");
        assertThat(rig.allText()).doesNotContain(Rig.KEY);
    }

    @Test
    void asksForModelsAndEmbeddings() throws Exception {
        model.doing(ScriptedUpstream.json(200, "{\"data\":[],\"usage\":{\"prompt_tokens\":2}}"));

        assertThat(rig.get("/v1/models?limit=3", "ann").body()).startsWith("{\"data\":[]");
        assertThat(rig.get("/v1/models/org%2Fm-1", "ann").statusCode()).isEqualTo(200);
        assertThat(rig.post("/v1/embeddings", "ann", "{\"model\":\"e\",\"input\":[\"a\",\"b\"]}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(model.asked)
                .extracting(ScriptedUpstream.Request::target)
                .containsExactly("/v1/models?limit=3", "/v1/models/org%2Fm-1", "/v1/embeddings");
        assertThat(rig.kept()).singleElement().satisfies(kept -> {
            assertThat(Rig.chat(kept).operation()).isEqualTo("embeddings");
            assertThat(Rig.chat(kept).number("gen_ai.usage.input_tokens")).contains(2L);
        });
    }
}
