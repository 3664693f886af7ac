package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.http.HttpProblem;
import tacit.api.trace.SpanStatus;

class MalformedProtobufTest {

    private final ListIngest ingest = new ListIngest();

    static Stream<Arguments> badSpans() {
        return Stream.of(
                arguments(bad().clearTraceId(), "traceId must be 16 bytes, got 0"),
                arguments(bad().clearSpanId(), "spanId must be 8 bytes, got 0"),
                arguments(bad().setTraceId(ByteString.copyFrom(new byte[15])), "traceId must be 16 bytes, got 30"),
                arguments(bad().setSpanId(ByteString.copyFrom(new byte[9])), "spanId must be 8 bytes, got 18"),
                arguments(bad().setTraceId(ByteString.copyFrom(new byte[16])), "traceId must not be all zeros"),
                arguments(bad().setSpanId(ByteString.copyFrom(new byte[8])), "spanId must not be all zeros"),
                arguments(bad().setParentSpanId(Exports.id("0102")), "parentSpanId must be 8 bytes, got 4"),
                arguments(bad().setEndTimeUnixNano(1), "endTimeUnixNano must not be before startTimeUnixNano"),
                arguments(bad().setStartTimeUnixNano(-1), "startTimeUnixNano must be in"),
                arguments(bad().addEvents(Span.Event.newBuilder().setTimeUnixNano(-7)), "timeUnixNano must be in"),
                arguments(bad().addAttributes(deep(60)), "nested at most 32 levels"));
    }

    @ParameterizedTest
    @MethodSource("badSpans")
    void rejectsABadSpanAndKeepsItsNeighbour(Span.Builder bad, String reason) throws IOException {
        byte[] body = Exports.request(bad, Exports.span(Exports.GOOD)).toByteArray();

        byte[] answer = Exports.body(Exports.traces(ingest).handle(SentCall.protobuf(body)));

        ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(answer);
        assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
        assertThat(response.getPartialSuccess().getErrorMessage()).contains("spans[0]: ", reason);
        assertThat(ingest.spans()).isEqualTo(1);
        assertThat(ingest.span(Exports.GOOD).name()).isEqualTo("chat small-1");
    }

    static Stream<Arguments> badBodies() {
        byte[] good = Exports.request(Exports.span(Exports.GOOD)).toByteArray();
        byte[] notUtf8 = good.clone();
        notUtf8[new String(good, StandardCharsets.ISO_8859_1).indexOf("small")] = (byte) 0xff;
        return Stream.of(
                arguments("cut in the middle", Arrays.copyOf(good, good.length / 2), "cut off"),
                arguments("cut by one byte", Arrays.copyOf(good, good.length - 1), "cut off"),
                arguments("not UTF-8", notUtf8, "not UTF-8"),
                arguments("wrong wire type", new byte[] {0x0f, 1}, "no protobuf message"),
                arguments("tag of zero", new byte[] {0, 0, 0}, "no protobuf message"),
                arguments(
                        "JSON under the wrong type", "{\"resourceSpans\":[]}".getBytes(StandardCharsets.UTF_8), "Body"),
                arguments("length beyond the end", new byte[] {0x0a, 0x7f, 1}, "cut off"),
                arguments("negative length", new byte[] {0x0a, -1, -1, -1, -1, 0x0f}, "no protobuf message"),
                arguments(
                        "nested beyond reading",
                        Exports.request(bad().addAttributes(deep(1_000))).toByteArray(),
                        "nested deeper"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void refusesABodyThatCannotBeRead(String name, byte[] body, String reason) {
        assertThatThrownBy(() -> Exports.traces(ingest).handle(SentCall.protobuf(body)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400))
                .hasMessageContaining("at byte ")
                .hasMessageContaining(reason);
        assertThat(ingest.updates).isEmpty();
    }

    @Test
    void takesAnUnknownStatusForUnsetAndAnEmptyBodyForNoSpans() {
        Exports.traces(ingest).handle(SentCall.protobuf(new byte[0]));
        Exports.traces(ingest)
                .handle(SentCall.protobuf(Exports.request(Exports.span(Exports.GOOD)
                                .setStatus(Status.newBuilder().setCodeValue(77)))
                        .toByteArray()));

        assertThat(ingest.updates).hasSize(1);
        assertThat(ingest.span(Exports.GOOD).status()).isEqualTo(SpanStatus.UNSET);
    }

    private static Span.Builder bad() {
        return Exports.span(Exports.OTHER);
    }

    private static KeyValue deep(int levels) {
        AnyValue value = AnyValue.newBuilder().setIntValue(1).build();
        for (int i = 0; i < levels; i++) {
            value = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(value))
                    .build();
        }
        return KeyValue.newBuilder().setKey("deep").setValue(value).build();
    }
}
