package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;

class MalformedJsonTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final ListIngest ingest = new ListIngest();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'spanId':'00f067aa0ba902b8'}|traceId must be 16 bytes, got 0",
                "{'traceId':'@T'}|spanId must be 8 bytes, got 0",
                "{'traceId':'abc','spanId':'00f067aa0ba902b8'}|traceId must be 16 bytes, got 3",
                "{'traceId':'@T','spanId':'00f0'}|spanId must be 8 bytes, got 4",
                "{'traceId':'00000000000000000000000000000000','spanId':'00f067aa0ba902b8'}|traceId must not be all zeros",
                "{'traceId':'@T','spanId':'0000000000000000'}|spanId must not be all zeros",
                "{'traceId':'zzf7651916cd43dd8448eb211c80319c','spanId':'00f067aa0ba902b8'}|traceId must be hexadecimal",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','parentSpanId':'12'}|parentSpanId must be 8 bytes, got 2",
                "{'traceId':7,'spanId':'00f067aa0ba902b8'}|traceId must be a string, got a number",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','name':[]}|name must be a string, got an array",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','startTimeUnixNano':'5','endTimeUnixNano':'4'}|must not be before",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','startTimeUnixNano':-1}|startTimeUnixNano must be in",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','endTimeUnixNano':'soon'}|endTimeUnixNano must be a whole",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','endTimeUnixNano':1.5}|endTimeUnixNano must be a whole",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','endTimeUnixNano':'99999999999999999999'}|64 bits",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','status':{'code':'STATUS_BAD'}}|status.code must be one of",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','status':'OK'}|status must be an object, got a string",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','attributes':{}}|attributes must be an array, got an object",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','attributes':['a']}|attributes element must be an object",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','attributes':[{'key':'a','value':'b'}]}|attribute value must be",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','attributes':[{'key':'a','value':{'intValue':'x'}}]}|intValue must",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','attributes':[{'key':'a','value':{'boolValue':1}}]}|boolValue must",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','attributes':[{'key':1,'value':{'boolValue':true}}]}|key must be",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','events':'none'}|events must be an array, got a string",
                "{'traceId':'@T','spanId':'00f067aa0ba902b8','events':[3]}|event must be an object, got a number",
                "'text'|span must be an object, got a string",
                "null|span must be an object, got null",
            })
    void rejectsABadSpanAndKeepsItsNeighbour(String span, String reason) {
        Reply reply = traces(Exports.jsonRequest(span.replace("@T", TRACE).replace('\'', '"')));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Exports.text(reply))
                .contains("\"rejectedSpans\":\"1\"")
                .contains("spans[0]: ")
                .contains(reason);
        assertThat(ingest.spans()).isEqualTo(1);
        assertThat(ingest.span(Exports.GOOD).name()).isEqualTo("good");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|Body is empty",
                "{|JSON ends in the middle of a value",
                "{'resourceSpans':[{'scopeSpans':[|JSON ends in the middle of a value",
                "{'resourceSpans':[]} {}|no valid JSON",
                "{resourceSpans:[]}|no valid JSON",
                "[]|Request must be an object, got an array",
                "7|Request must be an object, got a number",
                "{'resourceSpans':{}}|resourceSpans must be an array, got an object",
                "{'resourceSpans':[1]}|element must be an object, got a number",
                "{'resourceSpans':[{'scopeSpans':'x'}]}|scopeSpans must be an array, got a string",
                "{'resourceSpans':[{'scopeSpans':[{'spans':{}}]}]}|spans must be an array, got an object",
                "{'resourceSpans':[{'resource':4,'scopeSpans':[{'spans':[]}]}]}|resource must be an object",
            })
    void refusesARequestWhoseEnvelopeIsBroken(String body, String reason) {
        assertThatThrownBy(() -> traces(body.replace('\'', '"')))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400))
                .hasMessageContaining(reason);
        assertThat(ingest.updates).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'traceId':'abc','eventName':'codex.user_prompt'}|traceId must be 16 bytes",
                "{'spanId':'a','eventName':'codex.user_prompt'}|spanId must be 8 bytes",
                "{'timeUnixNano':-5,'eventName':'codex.user_prompt'}|timeUnixNano must be in",
                "{'timeUnixNano':true}|timeUnixNano must be a whole number",
                "{'body':'text'}|attribute value must be an object, got a string",
                "{'eventName':5}|eventName must be a string, got a number",
                "{'attributes':7}|attributes must be an array, got a number",
                "5|log record must be an object, got a number",
            })
    void rejectsABadLogRecordAndKeepsItsNeighbour(String record, String reason) {
        String good = "{'eventName':'codex.user_prompt','attributes':"
                + "[{'key':'conversation.id','value':{'stringValue':'c1'}}]}";

        Reply reply = Exports.logs(ingest)
                .handle(SentCall.json(Exports.jsonLogs(record + "," + good).replace('\'', '"')));

        assertThat(Exports.text(reply)).contains("\"rejectedLogRecords\":\"1\"").contains(reason);
        assertThat(ingest.spans()).isEqualTo(1);
    }

    @Test
    void rejectsOneDeepValueAndKeepsItsNeighbour() {
        String deep = "{\"arrayValue\":{\"values\":[".repeat(700) + "]}}".repeat(700);

        Reply reply = traces(Exports.jsonRequest("{\"traceId\":\"" + TRACE
                + "\",\"spanId\":\"00f067aa0ba902b8\",\"attributes\":[{\"key\":\"a\",\"value\":" + deep + "}]}"));

        assertThat(Exports.text(reply)).contains("nested at most 32 levels");
        assertThat(ingest.span(Exports.GOOD).name()).isEqualTo("good");
    }

    @Test
    void refusesARequestThatIsNestedBeyondReading() {
        assertThatThrownBy(() -> traces("[".repeat(5_000)))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("nested deeper than 2500 levels");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] body = "{\"resourceSpans\":[{\"\u00e9ab\":1}]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Exports.traces(ingest).handle(new SentCall("application/json", body)))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("no valid JSON");
    }

    @Test
    void takesALongArrayAndAParentOfZeros() {
        String values = "{\"intValue\":1},".repeat(20_000) + "{\"intValue\":2}";

        Reply reply = traces(Exports.jsonRequest("{\"traceId\":\"" + TRACE
                + "\",\"spanId\":\"00f067aa0ba902b8\",\"parentSpanId\":\"0000000000000000\",\"status\":{\"code\":9},"
                + "\"attributes\":[{\"key\":\"a\",\"value\":{\"arrayValue\":{\"values\":[" + values + "]}}}]}"));

        assertThat(Exports.text(reply)).isEqualTo("{}");
        assertThat(ingest.span(Exports.OTHER).parentId()).isNull();
        assertThat(ingest.span(Exports.OTHER).attributes()).containsKey("a");
    }

    private Reply traces(String body) {
        return Exports.traces(ingest).handle(SentCall.json(body));
    }
}
