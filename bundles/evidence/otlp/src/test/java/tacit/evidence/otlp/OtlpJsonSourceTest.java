package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.trace.Attribute;

class OtlpJsonSourceTest {

    private final OtlpJsonSource source = new OtlpJsonSource();
    private final String spans = Exports.jsonRequest(
            "{\"traceId\":\"" + Exports.TRACE + "\",\"spanId\":\"" + Exports.OTHER + "\",\"name\":\"other\"}");
    private final String logs = Exports.jsonLogs("{\"eventName\":\"codex.user_prompt\",\"attributes\":"
            + "[{\"key\":\"conversation.id\",\"value\":{\"stringValue\":\"c1\"}}]}");

    @Test
    void readsOneRequestPerLineOfEitherSignal() throws IOException {
        ListSink sink = TextFile.of(spans + "\n" + logs + "\n").readBy(source);

        assertThat(sink.refused).isEmpty();
        assertThat(sink.updates).hasSize(2);
        assertThat(sink.spans()).isEqualTo(3);
        assertThat(sink.updates.get(0).trace().attributes()).containsEntry(Attribute.BATCH, "batch-7");
    }

    @Test
    void readsOneRequestOverSeveralLines() throws IOException {
        ListSink sink = TextFile.of(spans.replace("{\"resource\":", "{\n \"resource\":\n "))
                .readBy(source);

        assertThat(sink.refused).isEmpty();
        assertThat(sink.spans()).isEqualTo(2);
    }

    @Test
    void namesTheLineOfWhatItCannotTakeAndReadsTheRest() throws IOException {
        String bad = Exports.jsonRequest("{\"traceId\":\"12\"}");

        ListSink sink = TextFile.of("{\"other\":1}\n" + bad + "\n{\"resourceSpans\":7}\n{\"resourceSpans\n" + logs)
                .readBy(source);

        assertThat(sink.refused)
                .containsExactly(
                        "line 1: Not an export request: it holds neither resourceSpans nor resourceLogs",
                        "line 2 resourceSpans[0].scopeSpans[0].spans[0]: "
                                + "traceId must be 16 bytes, got 2 hexadecimal digits",
                        "line 3 $: resourceSpans must be an array, got a number",
                        "line 4: JSON ends in the middle of a value");
        assertThat(sink.updates).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceSpans\": [|0.99",
                "{\"resource_logs\": [|0.99",
                "{\"text\": \"resourceSpans\"}|0",
                "{\"inner\": {\"resourceSpans\": []}}|0",
                "resourceSpans|0",
            })
    void recognisesRequestsByTheirEnvelope(String head, double expected) {
        assertThat(source.recognises(TextFile.of(head).sample())).isEqualTo(expected);
    }
}
