package tacit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;

class TacitClientTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final TraceIds ids = new TraceIds(new Random(7));
    private final Heard heard = new Heard();
    private TestHost host;
    private TacitClient client;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost();
        client = new TacitClient(host.options("all").listener(heard));
    }

    @AfterEach
    void close() {
        client.close();
        host.close();
    }

    private AgentTrace trace(String id) {
        String root = ids.span();
        AgentSpan chat = new AgentSpan(
                ids.span(),
                root,
                "chat small-1",
                AT,
                AT.plusMillis(5),
                "Timeout",
                "too slow",
                Map.of(
                        "gen_ai.operation.name",
                        "chat",
                        "gen_ai.usage.input_tokens",
                        12,
                        "gen_ai.response.finish_reasons",
                        List.of("stop"),
                        "score",
                        0.5,
                        "cached",
                        true));
        AgentSpan whole = new AgentSpan(
                root,
                null,
                "invoke_agent clerk",
                AT,
                AT.plusMillis(9),
                null,
                null,
                Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.conversation.id", "s1"));
        return new AgentTrace(id, "clerk", List.of(chat, whole));
    }

    @Test
    void answersTheContextOfATask() {
        host.memory = "Orders live in table ord";

        Context context = client.context(
                ContextRequest.of("Count orders").by("clerk", "s1", "nora").seenBy("group", "slack"));

        assertThat(context.text()).isEqualTo("Orders live in table ord");
        assertThat(context.blocks()).extracting(Context.Block::kind).containsExactly("structured_memory");
        assertThat(context.id()).isNotEmpty();
        assertThat(context.tokens()).isEqualTo(7);
        assertThat(host.asked).singleElement().satisfies(asked -> {
            assertThat(asked.task()).isEqualTo("Count orders");
            assertThat(asked.audience().userId()).isEqualTo("nora");
        });
    }

    @Test
    void reportsATraceWithItsSpans() {
        String id = ids.trace();

        client.report(trace(id));

        assertThat(client.flush(Duration.ofSeconds(20))).isTrue();
        RecordedTrace trace = host.traces.find(Scope.ofDefaultWorkspace(), id).orElseThrow();
        assertThat(trace.trace().agent()).isEqualTo("clerk");
        assertThat(trace.trace().sessionId()).isEqualTo("s1");
        assertThat(trace.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.trace().startedAt()).isEqualTo(AT);
        Span chat = trace.spans().stream()
                .filter(span -> span.operation().equals("chat"))
                .findFirst()
                .orElseThrow();
        assertThat(chat.status()).isEqualTo(SpanStatus.ERROR);
        assertThat(chat.errorType()).isEqualTo("Timeout");
        assertThat(chat.statusMessage()).isEqualTo("too slow");
        assertThat(chat.attributes())
                .containsEntry("gen_ai.usage.input_tokens", 12L)
                .containsEntry("score", 0.5)
                .containsEntry("cached", true);
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void saysHowARunTurnedOut() {
        String id = ids.trace();
        client.report(trace(id));
        client.flush(Duration.ofSeconds(20));

        assertThat(client.outcome(Outcome.graded(id, false, "tests"))).isTrue();

        assertThat(host.traces
                        .find(Scope.ofDefaultWorkspace(), id)
                        .orElseThrow()
                        .trace()
                        .outcome()
                        .label())
                .isEqualTo(OutcomeLabel.FAILURE);
    }

    @Test
    void tellsWhatTheHostRefuses() {
        assertThat(client.outcome(new Outcome("t1", "nobody", "failure", null, null, null)))
                .isFalse();

        assertThat(heard.failures).containsExactly("outcome 400");
    }

    @Test
    void throwsWhereItMayNotFailOpen() throws IOException {
        try (TestHost down = new TestHost();
                TacitClient strict =
                        new TacitClient(host.options("unknown").failOpen(false).listener(heard))) {
            assertThatThrownBy(() -> strict.context(ContextRequest.of("Count")))
                    .isInstanceOfSatisfying(
                            TacitException.class, e -> assertThat(e.status()).isEqualTo(401));
            assertThat(down.asked).isEmpty();
        }
        assertThat(heard.failures).containsExactly("context 401");
    }

    @Test
    void goesOnWithNothingWhileTheHostIsDown() {
        host.close();

        assertThat(client.context(ContextRequest.of("Count"))).isEqualTo(Context.NONE);
        assertThat(client.recall("orders", null, 5)).isEmpty();
        assertThat(client.feedback(new Feedback("t1", true, null, null, null))).isFalse();
        assertThat(client.conversations(null).ids()).isEmpty();
        assertThat(client.conversations(null).messages("c1")).isEmpty();
        assertThat(client.conversations(null).replace("c1", List.of())).isFalse();
        assertThat(client.conversations(null).delete("c1")).isFalse();
        assertThat(heard.failures).hasSize(7).allMatch(failure -> failure.endsWith(" 0"));
    }

    @Test
    void survivesAListenerThatThrows() {
        TacitListener broken = new TacitListener() {
            @Override
            public void failed(String operation, TacitException why) {
                throw new IllegalStateException("broken");
            }
        };
        try (TacitClient other = new TacitClient(host.options("unknown").listener(broken))) {
            assertThat(other.context(ContextRequest.of("Count"))).isEqualTo(Context.NONE);
        }
    }

    @Test
    void findsAHostByItsDataDirectoryEvenIfItStartsLater(@TempDir Path data) throws IOException {
        TacitOptions options = TacitOptions.ofEnvironment(Map.of("TACIT_DATA_DIRECTORY", data.toString()));
        try (TacitClient local = new TacitClient(options.listener(heard))) {
            assertThat(local.context(ContextRequest.of("Count"))).isEqualTo(Context.NONE);
            int port = host.uri().getPort();
            Files.writeString(
                    data.resolve("host.json"), "{\"pid\":1,\"apiPort\":" + port + ",\"otlpPort\":" + port + "}");
            Files.writeString(data.resolve("operator-token"), "all\n");

            assertThat(local.context(ContextRequest.of("Count")).id()).isNotEmpty();
        }
        assertThat(heard.failures).containsExactly("context 0");
    }

    @Test
    void goesWhereTheEnvironmentSays(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "nora\n");
        TacitOptions options = TacitOptions.ofEnvironment(
                Map.of("TACIT_URL", host.uri().toString(), "TACIT_TOKEN_FILE", token.toString()));

        try (TacitClient other = new TacitClient(options.listener(heard))) {
            other.context(ContextRequest.of("Count"));
        }

        assertThat(host.asked.get(0).audience().userId()).isEqualTo("nora");
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        TacitOptions options = new TacitOptions();

        assertThatThrownBy(() -> options.mostWaiting(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> options.timeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("longer than zero");
        assertThatThrownBy(() -> ContextRequest.of(" ")).hasMessageContaining("task must not be blank");
    }
}
