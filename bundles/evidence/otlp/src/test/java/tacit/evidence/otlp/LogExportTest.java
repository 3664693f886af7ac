package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.http.Reply;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

class LogExportTest {

    private final ListIngest ingest = new ListIngest();
    private final LogExport export = Exports.logs(ingest);

    @Test
    void turnsTheEventsOfAPromptInClaudeCodeIntoOneTrace() {
        send(
                claude("user_prompt", 0, "prompt", "Fix the test", "user.email", "someone"),
                claude(
                        "api_request",
                        3,
                        "model",
                        "m1",
                        "input_tokens",
                        "100",
                        "output_tokens",
                        "20",
                        "duration_ms",
                        "2000"),
                claude(
                        "tool_result",
                        5,
                        "tool_name",
                        "Bash",
                        "success",
                        "false",
                        "error",
                        "exit code 1",
                        "duration_ms",
                        "1000",
                        "tool_parameters",
                        "{\"command\":\"make\"}"));

        TraceUpdate update = ingest.updates.get(0);
        assertThat(ingest.updates).hasSize(1);
        assertThat(update.trace().sessionId()).isEqualTo("s1");
        assertThat(update.trace().agent()).isEqualTo("claude-code");
        assertThat(update.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(update.spans()).extracting(Span::operation).containsExactly("invoke_agent", "chat", "execute_tool");
        assertThat(update.spans()).extracting(Span::tokens).containsExactly(0L, 120L, 0L);
        assertThat(update.spans().get(0).input()).contains("Fix the test");
        assertThat(update.spans().get(0).attributes()).doesNotContainKey("user.email");
        assertThat(update.spans().get(1).parentId())
                .isEqualTo(update.spans().get(0).id());
        assertThat(update.spans().get(1).duration()).hasSeconds(2);
        assertThat(update.spans().get(2).status()).isEqualTo(SpanStatus.ERROR);
        assertThat(update.spans().get(2).statusMessage()).isEqualTo("exit code 1");
        assertThat(update.spans().get(2).input()).isEqualTo("{\"command\":\"make\"}");
    }

    @Test
    void addsTheEventsOfASessionToTheTraceThatItsHooksTell() {
        String call = claude("tool_result", 5, "tool_name", "Bash", "tool_use_id", "toolu_1", "duration_ms", "1000");
        String records = claude("user_prompt", 0, "prompt", "Fix")
                + ","
                + claude("api_request", 3, "model", "m1")
                + ","
                + claude("tool_result", 4, "tool_name", "Bash")
                + ","
                + claude("api_error", 4, "error", "overloaded", "status_code", "529");

        sendFrom("tacit.session_trace", "true", records + "," + call);

        TraceUpdate update = ingest.updates.get(0);
        assertThat(ingest.updates).hasSize(1);
        assertThat(update.trace().id()).isEqualTo("claude-code:s1");
        assertThat(update.trace().status()).isEqualTo(TraceStatus.RUNNING);
        assertThat(update.spans()).extracting(Span::parentId).containsOnly("session");
        assertThat(update.spans()).extracting(Span::operation).containsExactlyInAnyOrder("chat", "execute_tool");
        assertThat(update.spans())
                .filteredOn(span -> span.id().equals("toolu_1"))
                .singleElement()
                .satisfies(span -> assertThat(span.duration()).hasSeconds(1));
    }

    @Test
    void givesTheSameEventTheSameIdsWheneverItComes() {
        String late = claude("tool_decision", 4, "tool_name", "Bash", "decision", "reject");

        send(late);
        send(claude("user_prompt", 0, "prompt", "Fix"), late);

        TraceUpdate first = ingest.updates.get(0);
        TraceUpdate second = ingest.updates.get(1);
        assertThat(first.trace().id()).isEqualTo(second.trace().id());
        assertThat(first.trace().status()).isEqualTo(TraceStatus.RUNNING);
        assertThat(first.spans().get(0).id()).isEqualTo(second.spans().get(1).id());
        assertThat(first.spans().get(0).parentId())
                .isEqualTo(second.spans().get(0).id());
        assertThat(first.spans().get(0).attributes()).containsEntry("decision", "reject");
    }

    @Test
    void givesTheRunsToTheUserWhomTheRequestNamesAndNotToAnAccount() {
        String records = Exports.jsonLogs(codex("user_prompt", "prompt", "Fix", "user.account_id", "acc-1"));

        export.handle(SentCall.json(records));
        export.handle(SentCall.json(records).with("X-Tacit-User", "ann"));

        assertThat(ingest.updates).extracting(update -> update.trace().userId()).containsExactly("acc-1", "ann");
    }

    @Test
    void turnsAConversationOfCodexIntoOneTrace() {
        send(
                codex("conversation_starts", "model", "m2"),
                codex("user_prompt", "prompt", "[REDACTED]"),
                codex("sse_event", "event.kind", "response.output_text.delta"),
                codex(
                        "sse_event",
                        "event.kind",
                        "response.completed",
                        "input_token_count",
                        "50",
                        "output_token_count",
                        "5"),
                codex("api_request", "http.response.status_code", "429", "error.message", "slow down"),
                codex("tool_result", "tool_name", "shell", "arguments", "{}", "output", "boom", "success", "false"),
                codex("turn_ttft", "duration_ms", "12"));

        TraceUpdate update = ingest.updates.get(0);
        assertThat(update.trace().sessionId()).isEqualTo("c1");
        assertThat(update.trace().agent()).isEqualTo("codex");
        assertThat(update.spans())
                .extracting(Span::operation)
                .containsExactly("invoke_agent", "step", "chat", "chat", "execute_tool", "step");
        assertThat(update.spans().get(1).input()).isNull();
        assertThat(update.spans().get(2).tokens()).isEqualTo(55);
        assertThat(update.spans().get(3).errorType()).isEqualTo("429");
        assertThat(update.spans().get(4).statusMessage()).isEqualTo("boom");
    }

    @Test
    void takesTheTimeOfCodexFromItsAttribute() {
        send(codex("user_prompt", "event.timestamp", "2026-03-01T10:00:00.250Z", "prompt", "hi"));

        Span span = ingest.updates.get(0).spans().get(0);
        assertThat(span.startedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00.250Z"));
        assertThat(span.input()).contains("hi");
    }

    @Test
    void turnsAnEvaluationIntoAnOutcomeOfItsSpan() {
        send("{\"eventName\":\"gen_ai.evaluation.result\",\"traceId\":\"" + Exports.TRACE + "\",\"spanId\":\""
                + Exports.GOOD + "\",\"timeUnixNano\":\"1700000000000000000\",\"attributes\":["
                + attributes(
                        "gen_ai.evaluation.name",
                        "relevance",
                        "gen_ai.evaluation.score.label",
                        "irrelevant",
                        "gen_ai.evaluation.explanation",
                        "off topic")
                + "]}");

        TraceUpdate update = ingest.updates.get(0);
        assertThat(update.trace().id()).isEqualTo(Exports.TRACE);
        assertThat(update.trace().status()).isEqualTo(TraceStatus.RUNNING);
        assertThat(update.outcomes().get(0).label()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(update.outcomes().get(0).spanId()).isEqualTo(Exports.GOOD);
        assertThat(update.outcomes().get(0).explanation()).isEqualTo("off topic");
    }

    @Test
    void keepsTheMessagesOfACallBesideItsSpanWithoutCountingItsTokensTwice() {
        send("{\"eventName\":\"gen_ai.client.inference.operation.details\",\"traceId\":\"" + Exports.TRACE
                + "\",\"spanId\":\"" + Exports.GOOD + "\",\"attributes\":["
                + attributes(
                        "gen_ai.operation.name",
                        "chat",
                        "gen_ai.usage.input_tokens",
                        "9",
                        "gen_ai.input.messages",
                        "[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"hi\\\"}]")
                + "]}");

        Span span = ingest.updates.get(0).spans().get(0);
        assertThat(span.parentId()).isEqualTo(Exports.GOOD);
        assertThat(span.operation()).isEqualTo("step");
        assertThat(span.tokens()).isZero();
        assertThat(span.input()).contains("\"content\":\"hi\"");
    }

    @Test
    void dropsPlainLogLinesAndRejectsEventsThatNameNoConversation() {
        Reply reply = send(
                "{\"body\":{\"stringValue\":\"Server started\"}}",
                "{\"body\":{\"stringValue\":\"claude_code.user_prompt\"}}",
                "{\"eventName\":\"codex.user_prompt\"}",
                "{\"eventName\":\"gen_ai.evaluation.result\"}",
                codex("user_prompt", "prompt", "hi"));

        assertThat(Exports.text(reply))
                .contains("\"rejectedLogRecords\":\"3\"")
                .contains("logRecords[1]: session.id must be given")
                .contains("logRecords[2]: conversation.id must be given")
                .contains("logRecords[3]: traceId must be given");
        assertThat(ingest.updates)
                .extracting(TraceUpdate::trace)
                .extracting(Trace::sessionId)
                .containsExactly("c1");
    }

    @Test
    void readsWhatTheResourceOfEventsSaysOfTheRun() {
        sendFrom("tacit.audience", "group", claude("user_prompt", 0, "prompt", "Fix"));
        sendFrom("tacit.org", "acme", codex("user_prompt", "prompt", "Fix"));

        assertThat(ingest.updates)
                .extracting(update -> update.trace().attributes())
                .satisfiesExactly(
                        claude -> assertThat(claude).containsEntry("tacit.audience", "group"),
                        codex -> assertThat(codex).containsEntry("tacit.org", "acme"));
    }

    @Test
    void takesNothingOfTheRunFromWhoeverGradedIt() {
        sendFrom(
                "tacit.agent",
                "grader",
                "{\"traceId\":\"" + Exports.TRACE + "\",\"eventName\":\"gen_ai.evaluation.result\",\"attributes\":["
                        + attributes("gen_ai.evaluation.name", "tests", "gen_ai.evaluation.score.label", "pass")
                        + "]}");

        assertThat(ingest.updates.get(0).trace().agent()).isNotEqualTo("grader");
        assertThat(ingest.updates.get(0).outcomes()).hasSize(1);
    }

    private void sendFrom(String key, String value, String record) {
        export.handle(SentCall.json("{\"resourceLogs\":[{\"resource\":{\"attributes\":[" + attributes(key, value)
                + "]},\"scopeLogs\":[{\"logRecords\":[" + record + "]}]}]}"));
    }

    private Reply send(String... records) {
        return export.handle(SentCall.json(Exports.jsonLogs(String.join(",", List.of(records)))));
    }

    private static String claude(String name, int second, String... pairs) {
        return "{\"timeUnixNano\":\"17000000" + (10 + second) + "000000000\",\"body\":{\"stringValue\":\"claude_code."
                + name + "\"},\"attributes\":[" + attributes("session.id", "s1", "prompt.id", "p1", "event.name", name)
                + "," + attributes(pairs) + "]}";
    }

    private static String codex(String name, String... pairs) {
        return "{\"observedTimeUnixNano\":\"1700000000000000000\",\"attributes\":["
                + attributes("event.name", "codex." + name, "conversation.id", "c1") + "," + attributes(pairs) + "]}";
    }

    private static String attributes(String... pairs) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"")
                    .append(pairs[i])
                    .append("\",\"value\":{\"stringValue\":\"")
                    .append(pairs[i + 1].contains("\\\"") ? pairs[i + 1] : pairs[i + 1].replace("\"", "\\\""))
                    .append("\"}}");
        }
        return json.toString();
    }
}
