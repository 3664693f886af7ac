package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;

class TraceExportTest {

    private final ListIngest ingest = new ListIngest();
    private final TraceExport export = Exports.traces(ingest);

    @Test
    void storesSpansOfAProtobufRequestInTheWorkspaceOfTheCaller() {
        Reply reply = export.handle(
                SentCall.protobuf(Exports.request(Exports.span(Exports.GOOD)).toByteArray()));

        Trace trace = ingest.updates.get(0).trace();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/x-protobuf");
        assertThat(Exports.body(reply)).isEmpty();
        assertThat(ingest.scope.workspaceId()).isEqualTo("w1");
        assertThat(trace.id()).isEqualTo(Exports.TRACE);
        assertThat(trace.agent()).isEqualTo("records");
        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.endedAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_001_500L));
    }

    @Test
    void keepsATraceRunningUntilItsRootCame() {
        export.handle(
                SentCall.protobuf(Exports.request(Exports.span(Exports.GOOD).setParentSpanId(Exports.id(Exports.OTHER)))
                        .toByteArray()));
        export.handle(
                SentCall.protobuf(Exports.request(Exports.span(Exports.OTHER)).toByteArray()));

        assertThat(ingest.updates)
                .extracting(update -> update.trace().status())
                .containsExactly(TraceStatus.RUNNING, TraceStatus.COMPLETED);
        assertThat(ingest.updates.get(0).trace().endedAt()).isNull();
    }

    @Test
    void readsJsonInEitherSpellingWithNumbersAsTextOrNumbers() {
        export.handle(SentCall.json("""
                {"resource_spans":[{"resource":{"attributes":[{"key":"service.name","value":{"string_value":"py"}}]},
                 "scope_spans":[{"scope":{"name":"s"},"spans":[{"trace_id":"0AF7651916CD43DD8448EB211C80319C",
                 "span_id":"00f067aa0ba902b7","name":"n","start_time_unix_nano":1700000000000000000,
                 "endTimeUnixNano":"1700000001000000000","status":{"code":"STATUS_CODE_ERROR"},"futureField":[1],
                 "attributes":[{"key":"i","value":{"intValue":"7"}},{"key":"d","value":{"doubleValue":1}},
                  {"key":"l","value":{"arrayValue":{"values":[{"boolValue":true},{"stringValue":"x"}]}}},
                  {"key":"m","value":{"kvlistValue":{"values":[{"key":"k","value":{"bytesValue":"aGk="}}]}}},
                  {"key":"none","value":{}}]}]}]}]}
                """));

        assertThat(ingest.updates.get(0).trace().id()).isEqualTo(Exports.TRACE);
        assertThat(ingest.span(Exports.GOOD).duration()).hasSeconds(1);
        assertThat(ingest.span(Exports.GOOD).attributes())
                .containsEntry("i", 7L)
                .containsEntry("d", 1.0)
                .containsEntry("l", List.of(true, "x"))
                .containsEntry("m", Map.of("k", "aGk="))
                .doesNotContainKey("none");
    }

    @Test
    void answersWithWhatItRejectedInTheEncodingOfTheRequest() throws IOException {
        ExportTraceServiceRequest request = Exports.request(
                Exports.span(Exports.GOOD), Exports.span(Exports.OTHER).setTraceId(Exports.id("00")));

        Reply reply = export.handle(SentCall.protobuf(request.toByteArray()));

        ExportTraceServiceResponse answer = ExportTraceServiceResponse.parseFrom(Exports.body(reply));
        assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
        assertThat(answer.getPartialSuccess().getErrorMessage())
                .isEqualTo("resourceSpans[0].scopeSpans[0].spans[1]: "
                        + "traceId must be 16 bytes, got 2 hexadecimal digits");
        assertThat(ingest.spans()).isEqualTo(1);
    }

    @Test
    void countsTheSpansThatIngestDidNotTake() {
        Reply reply = export.handle(SentCall.json(Exports.jsonRequest("{\"traceId\":\"" + Exports.TRACE
                + "\",\"spanId\":\"" + Exports.OTHER
                + "\",\"attributes\":[{\"key\":\"tacit.agent\",\"value\":{\"stringValue\":\"refused\"}}]}")));

        assertThat(Exports.text(reply))
                .isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"2\","
                        + "\"errorMessage\":\"trace 1: Agent is not welcome\"}}");
    }

    @Test
    void asksTheExporterToComeBackWhileTheStoreIsBroken() {
        ingest.broken = true;

        Reply reply = export.handle(
                SentCall.protobuf(Exports.request(Exports.span(Exports.GOOD)).toByteArray()));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsKey("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/grpc"})
    void refusesAnotherMediaType(String contentType) {
        assertThatThrownBy(() -> export.handle(new SentCall(contentType, new byte[0])))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(415))
                .hasMessageContaining("application/x-protobuf");
    }

    @Test
    void takesTheSameSpanTwiceAndRejectsAnotherWithItsId() {
        Reply same =
                export.handle(SentCall.protobuf(Exports.request(Exports.span(Exports.GOOD), Exports.span(Exports.GOOD))
                        .toByteArray()));
        Reply other = export.handle(SentCall.json(
                Exports.jsonRequest("{\"traceId\":\"" + Exports.TRACE + "\",\"spanId\":\"" + Exports.GOOD + "\"}")));

        assertThat(Exports.body(same)).isEmpty();
        assertThat(Exports.text(other)).contains("spanId occurs twice in one trace");
        assertThat(ingest.spans()).isEqualTo(2);
    }

    @Test
    void dropsMetricsWithAValidAnswer() {
        Reply json = new MetricExport().handle(SentCall.json("{\"resourceMetrics\":[]}"));
        Reply protobuf = new MetricExport().handle(SentCall.protobuf(new byte[] {1, 2, 3}));

        assertThat(Exports.text(json)).isEqualTo("{}");
        assertThat(protobuf.status()).isEqualTo(200);
        assertThat(Exports.body(protobuf)).isEmpty();
    }

    @Test
    void refusesABoundThatIsNone() {
        assertThatThrownBy(() -> BodyBound.checked(0)).hasMessageContaining("max.body.bytes must be in [1024");
    }
}
