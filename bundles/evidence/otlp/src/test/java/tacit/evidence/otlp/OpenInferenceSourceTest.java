package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.trace.Attribute;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;

class OpenInferenceSourceTest {

    private static final String NESTED = """
            {"trace_id": "0af7651916cd43dd8448eb211c80319c", "spans": [{
              "timestamp": "2026-03-01T10:00:00.5Z", "span_id": "aaaaaaaaaaaaaaa1", "parent_span_id": "None",
              "span_name": "Clerk.run", "service_name": "records", "scope_name": "clerk", "duration": "PT3.25S",
              "status_code": "Ok", "status_message": "", "resource_attributes": {"service.version": "1.4"},
              "span_attributes": {"openinference.span.kind": "AGENT", "input.value": "How many orders?",
                "output.value": "12", "custom.flag": "on"},
              "events": [], "child_spans": [
                {"timestamp": "2026-03-01T10:00:01Z", "span_id": "aaaaaaaaaaaaaaa2", "parent_span_id": "aaaaaaaaaaaaaaa1",
                 "span_name": "Model", "duration": "PT1S", "status_code": "Unset",
                 "span_attributes": {"openinference.span.kind": "LLM", "llm.model_name": "small-1",
                   "llm.token_count.prompt": "120", "llm.token_count.completion": 8, "llm.token_count.total": "128",
                   "input.value": "{\\"messages\\": []}", "input.mime_type": "application/json",
                   "llm.input_messages.0.message.role": "system", "llm.input_messages.0.message.content": "Be brief",
                   "llm.input_messages.10.message.role": "user", "llm.input_messages.10.message.content": "Last",
                   "llm.input_messages.2.message.role": "user", "llm.input_messages.2.message.content": "How many?",
                   "llm.output_messages.0.message.role": "assistant",
                   "llm.output_messages.0.message.tool_calls.0.tool_call.id": "call-1",
                   "llm.output_messages.0.message.tool_calls.0.tool_call.function.name": "sql",
                   "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments": "{\\"q\\": \\"select 1\\"}"}},
                {"timestamp": "2026-03-01T10:00:02Z", "span_id": "aaaaaaaaaaaaaaa3", "parent_span_id": "aaaaaaaaaaaaaaa1",
                 "span_name": "Sql", "duration": "PT1S", "status_code": "Error", "status_message": "no such column",
                 "span_attributes": {"openinference.span.kind": "TOOL", "tool.name": "sql", "tool.parameters": "{}",
                   "input.value": "select a"},
                 "events": [{"Timestamp": "2026-03-01T10:00:02.9", "Name": "exception",
                   "Attributes": {"exception.type": "SqlError", "exception.message": "no such column a"}}]}]}]}
            """;

    private final OpenInferenceSource source = new OpenInferenceSource();

    @Test
    void readsNestedSpansAsOneCompletedTrace() throws IOException {
        ListSink sink = TextFile.of(NESTED).readBy(source);

        Trace trace = sink.updates.get(0).trace();
        assertThat(sink.refused).isEmpty();
        assertThat(trace.id()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.agent()).isEqualTo("records");
        assertThat(trace.startedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00.5Z"));
        assertThat(trace.duration()).isEqualTo(Duration.ofMillis(3250));
        assertThat(trace.attributes())
                .containsEntry(Attribute.BATCH, "batch-7")
                .containsEntry("service.version", "1.4");
        assertThat(sink.spans()).isEqualTo(3);
    }

    @Test
    void keepsParentsPositionsKindAndWhatItDoesNotUnderstand() throws IOException {
        ListSink sink = TextFile.of(NESTED).readBy(source);

        Span root = sink.span("aaaaaaaaaaaaaaa1");
        assertThat(root.parentId()).isNull();
        assertThat(root.operation()).isEqualTo("invoke_agent");
        assertThat(root.input()).isEqualTo("How many orders?");
        assertThat(root.output()).isEqualTo("12");
        assertThat(root.attributes())
                .containsEntry("openinference.span.kind", "AGENT")
                .containsEntry("custom.flag", "on")
                .doesNotContainKeys("input.value", "output.value");
        assertThat(sink.span("aaaaaaaaaaaaaaa3").parentId()).isEqualTo("aaaaaaaaaaaaaaa1");
        assertThat(sink.span("aaaaaaaaaaaaaaa3").position()).isEqualTo(2);
    }

    @Test
    void putsMessagesOfAModelCallTogetherInTheOrderOfTheirNumbers() throws IOException {
        Span call = TextFile.of(NESTED).readBy(source).span("aaaaaaaaaaaaaaa2");

        assertThat(call.operation()).isEqualTo("chat");
        assertThat(call.input())
                .isEqualTo("[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be brief\"}]},"
                        + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"How many?\"}]},"
                        + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Last\"}]}]");
        assertThat(call.output())
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"call-1\","
                        + "\"name\":\"sql\",\"arguments\":{\"q\":\"select 1\"}}]}]");
        assertThat(call.tokens()).isEqualTo(128);
        assertThat(call.attributes()).containsEntry(Attribute.REQUEST_MODEL, "small-1");
        assertThat(call.attributes().keySet()).noneMatch(key -> key.startsWith("llm."));
    }

    @Test
    void takesTheErrorOfAToolFromItsException() throws IOException {
        Span tool = TextFile.of(NESTED).readBy(source).span("aaaaaaaaaaaaaaa3");

        assertThat(tool.operation()).isEqualTo("execute_tool");
        assertThat(tool.tool()).contains("sql");
        assertThat(tool.status()).isEqualTo(SpanStatus.ERROR);
        assertThat(tool.statusMessage()).isEqualTo("no such column");
        assertThat(tool.errorType()).isEqualTo("SqlError");
        assertThat(tool.events().get(0).at()).isEqualTo(Instant.parse("2026-03-01T10:00:02.9Z"));
    }

    @Test
    void readsAFlatListWithNestedAttributes() throws IOException {
        ListSink sink = TextFile.of("""
                        [{"name": "find", "context": {"trace_id": "t1", "span_id": "b"}, "parent_id": "a",
                          "span_kind": "RETRIEVER", "start_time": "2026-01-01T00:00:00+00:00",
                          "end_time": "2026-01-01T00:00:01+00:00", "status_code": "OK",
                          "attributes": {"input": {"value": "cats"}, "retrieval": {"documents": [
                            {"document": {"id": "d1", "content": "A cat", "score": 0.5}}]}}},
                         {"name": "other", "context": {"trace_id": "t2", "span_id": "c"}, "attributes": {}}]
                        """).readBy(source);

        assertThat(sink.updates).extracting(update -> update.trace().id()).containsExactly("t1", "t2");
        assertThat(sink.span("b").operation()).isEqualTo("retrieval");
        assertThat(sink.span("b").input()).isEqualTo("cats");
        assertThat(sink.span("b").output()).isEqualTo("[{\"id\":\"d1\",\"content\":\"A cat\",\"score\":0.5}]");
        assertThat(sink.span("b").duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesInputAndOutputOfAPlainSpanFromItsRecordedCall() throws IOException {
        Span span = TextFile.of("""
                        {"trace_id": "t", "spans": [{"span_id": "a", "span_name": "main", "span_attributes": {},
                          "logs": [{"body": {"function.name": "main", "function.arguments": {"n": 3},
                            "function.output": "done"}}]}]}
                        """).readBy(source).span("a");

        assertThat(span.operation()).isEqualTo("step");
        assertThat(span.input()).isEqualTo("{\"n\":3}");
        assertThat(span.output()).isEqualTo("done");
    }

    @Test
    void turnsAnnotationsIntoOutcomes() throws IOException {
        ListSink sink = TextFile.of("""
                        {"trace_id": "t", "spans": [{"span_id": "a", "span_name": "run", "span_attributes": {
                          "annotations.0.annotation.name": "helpful", "annotations.0.annotation.label": "thumbs_down",
                          "annotations.0.annotation.annotator_kind": "HUMAN",
                          "annotations.0.annotation.explanation": "wrong table"},
                          "child_spans": [{"span_id": "b", "span_name": "call", "span_attributes": {
                            "evaluations.0.evaluation.name": "relevance", "evaluations.0.evaluation.score": "1",
                            "evaluations.0.evaluation.annotator_kind": "CODE"}}]}]}
                        """).readBy(source);

        assertThat(sink.updates.get(0).outcomes())
                .extracting(outcome -> outcome.label() + " " + outcome.source() + " " + outcome.name() + " "
                        + outcome.spanId() + " " + outcome.explanation())
                .containsExactly("FAILURE USER helpful null wrong table", "SUCCESS GRADER relevance b null");
    }

    @Test
    void refusesAnAnnotationFileWithAReason() throws IOException {
        TextFile file = TextFile.of(
                "{\"errors\": [{\"category\": \"x\", \"location\": \"a1\"}], \"scores\": [{\"overall\": 3}]}");

        assertThat(source.recognises(file.sample())).isPositive();
        assertThat(file.readBy(source).refused).containsExactly("line 1: Not a trace: an annotation of one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"trace_id\": \"t\", \"spans\": [{\"span_id\": \"a\", \"span_attributes\": {}}]}|0.98",
                "[{\"name\": \"a\", \"context\": {\"trace_id\": \"t\", \"span_id\": \"b\"}, \"attributes\": {}}]|0.8",
                "{\"text\": \"span_id and span_attributes\"}|0",
                "[{\"role\": \"user\", \"content\": \"hello\"}]|0",
                "span_id, span_attributes|0",
            })
    void recognisesSpansByTheNamesOfTheirFields(String content, double expected) {
        assertThat(source.recognises(TextFile.of(content).sample())).isEqualTo(expected);
    }

    @Test
    void readsOneTracePerLineAndRefusesABrokenLineAmongThem() throws IOException {
        ListSink sink = TextFile.of("""
                        {"trace_id": "t1", "spans": [{"span_id": "a"}]}
                        {"trace_id": "t9", "spans": [{
                        {"trace_id": "t2", "spans": [{"span_id": "a"}]}
                        """).readBy(source);

        assertThat(sink.updates).hasSize(2);
        assertThat(sink.refused).containsExactly("line 2: JSON ends in the middle of a value");
    }
}
