package tacit.surface.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trace.Span;
import tacit.api.trace.TraceStatus;

class FallbackTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String ASK = "{\"model\":\"m-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Count\"}]}";

    private ScriptedUpstream main;
    private ScriptedUpstream backup;
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        main = new ScriptedUpstream().doing(ScriptedUpstream.json(200, "{\"id\":\"main\"}"));
        backup = new ScriptedUpstream().doing(ScriptedUpstream.json(200, "{\"id\":\"backup\"}"));
        rig = new Rig();
        rig.upstream("backup", backup, "openai", Map.of("order", 2));
    }

    @AfterEach
    void close() {
        rig.close();
        main.close();
        backup.close();
    }

    private void main(Map<String, ?> more) {
        rig.upstream("main", main, "openai", more);
    }

    @Test
    void asksTheFirstInOrder() throws Exception {
        main(Map.of("order", 1));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.body()).contains("main");
        assertThat(answer.headers().firstValue("x-tacit-route")).contains("main; attempts=1; reason=\"first of 2\"");
        assertThat(backup.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 529})
    void asksTheNextWhereTheFirstCannotNow(int status) throws Exception {
        main(Map.of("order", 1));
        main.doing(ScriptedUpstream.json(status, "{\"error\":{}}"));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.body()).contains("backup");
        assertThat(answer.headers().firstValue("x-tacit-route").orElseThrow())
                .startsWith("backup; attempts=2; reason=\"after main: status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void asksNobodyElseWhereTheRequestIsWrong(int status) throws Exception {
        main(Map.of("order", 1));
        main.doing(ScriptedUpstream.json(status, "{\"error\":{}}"));

        assertThat(rig.post(CHAT, "ann", ASK).statusCode()).isEqualTo(status);
        assertThat(backup.asked).isEmpty();
    }

    @Test
    void asksTheNextWhereNobodyListens() throws Exception {
        rig.upstream(Map.of("name", "gone", "url", "http://127.0.0.1:" + freePort() + "/v1", "order", 0));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.body()).contains("backup");
        assertThat(answer.headers().firstValue("x-tacit-route").orElseThrow()).contains("gone: no connection");
    }

    @Test
    void asksTheNextWhereTheFirstHangs() throws Exception {
        main(Map.of("order", 1, "first_byte_millis", 50));
        main.doing(main.hanging());

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.body()).contains("backup");
        assertThat(answer.headers().firstValue("x-tacit-route").orElseThrow()).contains("no answer within 50 ms");
    }

    @Test
    void asksTheNextWhereTheFirstSendsItsHeadAlone() throws Exception {
        main(Map.of("order", 1, "first_byte_millis", 100));
        main.doing((request, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            main.hanging().answer(request, exchange);
        });

        assertThat(rig.post(CHAT, "ann", ASK).body()).contains("backup");
    }

    @Test
    void asksTheNextWhereTheFirstClosesWithoutAWord() throws Exception {
        main(Map.of("order", 1));
        main.doing((request, exchange) -> {
            throw new IOException("gone");
        });

        assertThat(rig.post(CHAT, "ann", ASK).body()).contains("backup");
    }

    @Test
    void passesOnWhatTheLastOneThatSpokeSaid() throws Exception {
        main(Map.of("order", 1));
        main.doing(ScriptedUpstream.json(429, "{\"error\":{\"message\":\"slow down\"}}", "retry-after", "7"));
        backup.doing((request, exchange) -> {
            throw new IOException("gone");
        });

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).contains("7");
        assertThat(answer.body()).contains("slow down");
        assertThat(answer.headers().firstValue("x-tacit-route").orElseThrow()).startsWith("main; attempts=2");
    }

    @Test
    void saysThatNobodyAnswered() throws Exception {
        backup.doing((request, exchange) -> {
            throw new IOException("gone");
        });

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("No upstream answered", "backup: no answer");
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.attributes()).containsEntry("tacit.proxy.end", "unanswered");
        assertThat(chat.errorType()).isEqualTo("502");
    }

    @Test
    void saysThatTheAnswerWasTooLate() throws Exception {
        rig.upstream("slow", main.doing(main.hanging()), "openai", Map.of("first_byte_millis", 50, "order", 9));
        backup.doing((request, exchange) -> {
            throw new IOException("gone");
        });

        assertThat(rig.post(CHAT, "ann", ASK).statusCode()).isEqualTo(504);
        assertThat(main.asked).hasSize(1);
    }

    @Test
    void tellsTheRouteInTheTraceAndAsAnEvent() throws Exception {
        main(Map.of("order", 1));
        main.doing(ScriptedUpstream.json(500, "{}"));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        String trace = answer.headers().firstValue("x-tacit-trace").orElseThrow();
        assertThat(rig.events.told).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo("route.chosen");
            assertThat(told.subject()).isEqualTo(trace);
            assertThat(told.scope().userId()).isEqualTo("ann");
            assertThat(told.facts()).containsEntry("upstream", "backup").containsEntry("attempts", "2");
        });
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.attributes()).containsEntry("tacit.route.upstream", "backup");
        assertThat(chat.events()).singleElement().satisfies(event -> assertThat(event.attributes())
                .containsEntry("upstream", "main")
                .containsEntry("reason", "status 500"));
    }

    @Test
    void choosesByTheModel() throws Exception {
        main(Map.of("order", 1, "models", new String[] {"gpt-*, o3"}));

        for (String model : new String[] {"gpt-5", "o3", "o3-mini", "xgpt-5"}) {
            rig.post(CHAT, "ann", ASK.replace("m-1", model));
        }

        assertThat(main.asked)
                .extracting(ScriptedUpstream.Request::body)
                .hasSize(2)
                .allMatch(body -> body.matches(".*(gpt-5|\"o3\").*"));
        assertThat(backup.asked).hasSize(2);
    }

    @Test
    void saysThatNobodyTakesAModel() throws Exception {
        ScriptedUpstream other = new ScriptedUpstream();
        rig.upstream("claude", other, "anthropic", Map.of("models", new String[] {"claude-*"}));

        HttpResponse<String> answer = rig.post("/v1/messages", "ann", ASK);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("takes this model");
        other.close();
    }

    @Test
    void breaksOffWhereTheUpstreamBreaksOffAndAsksNobodyElse() throws Exception {
        main(Map.of("order", 1));
        main.doing(ScriptedUpstream.cut("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"There a\"}}]}\n\n"));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.body()).contains("There a");
        assertThat(backup.asked).isEmpty();
        assertThat(rig.kept().get(0).trace().status()).isEqualTo(TraceStatus.FAILED);
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.output()).contains("There a");
        assertThat(chat.errorType()).isEqualTo("connection_error");
        assertThat(chat.attributes()).containsEntry("tacit.proxy.end", "cut");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
