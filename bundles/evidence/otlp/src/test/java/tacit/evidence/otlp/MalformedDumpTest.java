package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedDumpTest {

    private final OpenInferenceSource source = new OpenInferenceSource();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'span_name':'n'}|span_id must be given",
                "{'span_id':''}|span_id must be given",
                "{'span_id':{}}|span_id must be a string",
                "{'span_id':'a','timestamp':'yesterday'}|must be a time",
                "{'span_id':'a','timestamp':[]}|timestamp must be a string",
                "{'span_id':'a','timestamp':'2026-01-01T00:00:00Z','duration':'5 s'}|duration must be an ISO 8601",
                "{'span_id':'a','timestamp':'2026-01-01T00:00:00Z','duration':'PT-5S'}|must not be before",
                "{'span_id':'a','start_time':'2026-01-02T00:00:00','end_time':'2026-01-01T00:00:00'}|must not be before",
                "{'span_id':'a','status_code':'Maybe'}|status_code must be one of OK, ERROR, UNSET",
                "{'span_id':'a','span_attributes':[]}|span_attributes must be an object",
                "{'span_id':'a','span_attributes':'x'}|span_attributes must be an object",
                "{'span_id':'a','events':[{'Timestamp':'never'}]}|must be a time",
                "7|Span must be an object",
                "{'span_id':'good','span_name':'another'}|spanId occurs twice in one trace",
            })
    void refusesABadSpanAndKeepsItsNeighbour(String span, String reason) throws IOException {
        String good = "{'span_id':'good','span_name':'kept'}";

        ListSink sink = TextFile.of(("{'trace_id':'t','spans':[" + good + "," + span + "]}").replace('\'', '"'))
                .readBy(source);

        assertThat(sink.refused)
                .hasSize(1)
                .first()
                .asString()
                .contains("spans[1]")
                .contains(reason);
        assertThat(sink.spans()).isEqualTo(1);
        assertThat(sink.span("good").name()).isEqualTo("kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'trace_id':'t','spans':[]}|Trace holds no span that can be read",
                "{'trace_id':'t','spans':'none'}|Not a trace: it holds no spans",
                "{'spans':[{'span_id':'a'}]}|trace_id must be given",
                "{'errors':[],'scores':[]}|Not a trace: an annotation of one",
                "7|Not a trace",
                "{'trace_id'|JSON",
            })
    void refusesALineThatIsNoTraceAndReadsTheNext(String line, String reason) throws IOException {
        ListSink sink = TextFile.of((line + "\n{'trace_id':'t2','spans':[{'span_id':'good'}]}").replace('\'', '"'))
                .readBy(source);

        assertThat(sink.refused).isNotEmpty().first().asString().contains(reason);
        assertThat(sink.updates).extracting(update -> update.trace().id()).containsExactly("t2");
    }

    @Test
    void readsTheSpansBelowABadOne() throws IOException {
        ListSink sink = TextFile.of("""
                        {"trace_id": "t", "spans": [{"span_id": "a", "status_code": "Maybe",
                          "child_spans": [{"span_id": "b"}]}]}
                        """).readBy(source);

        assertThat(sink.span("b").parentId()).isEqualTo("a");
    }

    @Test
    void refusesSpansThatAreNestedTooDeeply() throws IOException {
        String nested = "{\"span_id\":\"a\",\"child_spans\":[".repeat(400) + "]}".repeat(400);

        ListSink sink =
                TextFile.of("{\"trace_id\":\"t\",\"spans\":[" + nested + "]}").readBy(source);

        assertThat(sink.refused).anyMatch(refusal -> refusal.contains("nested at most 200 levels"));
    }
}
