package tacit.runtime.calls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.ingest.TraceSource;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.FailureTemplates;
import tacit.api.trace.TraceStore;

/** A record that does not fit its method is refused, and the message says where and names no content. */
class MalformedInputsTest {

    private final JsonCalls calls = new JsonCalls();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "template(String,String) |            | inputs must be JSON, got nothing",
                "template(String,String) | [\"hidden  | inputs must be JSON, got a mistake at line 1",
                "template(String,String) | hidden     | inputs must be JSON, got a mistake at line 1",
                "template(String,String) | [] []      | inputs must be JSON, got a mistake at line 1",
                "template(String,String) | {}         | inputs must be an array of the 2 arguments of template(String,String), got something else",
                "template(String,String) | [\"a\"]    | inputs must be an array of the 2 arguments of template(String,String), got 1 elements",
                "template(String,String) | [1,null]   | inputs[0] must be a string, got number",
                "template(String)        | [\"a\"]    | method must be one of tacit.api.learn.FailureTemplates, got 'template(String)'"
            })
    void namesWhatIsWrongWithTheArguments(String method, String inputs, String message) {
        assertRefused(FailureTemplates.class, method, inputs == null ? "" : inputs, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"workspaceId\":\"w\"},{\"label\":1},{\"offset\":0,\"limit\":1}] | inputs[1] must have the fields",
                "[{\"workspaceId\":\" \"},{},{\"offset\":0,\"limit\":1}] | inputs[0] must be a tacit.api.store.Scope: workspaceId must not be blank",
                "[{},{},{\"offset\":0,\"limit\":1}] | inputs[0] must be a tacit.api.store.Scope: a component must be given",
                "[{\"workspaceId\":\"w\"},{},{\"offset\":0}] | inputs[2].limit must be given",
                "[{\"workspaceId\":\"w\"},{},{\"offset\":0,\"limit\":1.0}] | inputs[2].limit must be a whole number of 32 bits, got number",
                "[{\"workspaceId\":\"w\"},{},{\"offset\":0,\"limit\":2147483648}] | inputs[2].limit must be a whole number of 32 bits, got number",
                "[{\"workspaceId\":\"w\"},{},{\"offset\":\"0\",\"limit\":1}] | inputs[2].offset must be a whole number of 64 bits, got string",
                "[{\"workspaceId\":\"w\"},{\"status\":\"hidden\"},{\"offset\":0,\"limit\":1}] | inputs[1].status must be a name of tacit.api.trace.TraceStatus, got another text",
                "[{\"workspaceId\":\"w\"},{\"from\":\"hidden\"},{\"offset\":0,\"limit\":1}] | inputs[1].from must be a time such as 2026-01-31T09:00:00Z, got another text",
                "[{\"workspaceId\":\"w\",\"workspaceId\":\"w\"},{},{}] | inputs must be JSON, got a mistake",
                "[[],{},{\"offset\":0,\"limit\":1}] | inputs[0] must be an object, got array"
            })
    void namesThePlaceInARecord(String inputs, String message) {
        assertRefused(TraceStore.class, "list(Scope,TraceFilter,PageRequest)", inputs, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":null} | inputs[0].trace must be a tacit.api.trace.Trace: Attribute 'a' must be a JSON value",
                "{\"a\":[1,9223372036854775808]} | entry[1] must be a whole number of 64 bits, got number",
                "{\"a\":1e400} | must be a number, got number",
                "{\"a\":{\"$number\":\"hidden\"}} | must be one of [NaN, Infinity, -Infinity], got another text",
                "[] | inputs[0].trace.attributes must be an object, got array"
            })
    void namesThePlaceOfAnAttribute(String attributes, String message) {
        String trace = "{\"id\":\"t\",\"workspaceId\":\"w\",\"sessionId\":\"s\",\"status\":\"COMPLETED\","
                + "\"outcome\":{\"label\":\"UNKNOWN\"},\"attributes\":" + attributes + "}";
        assertRefused(
                FailureDetector.class, "detect(RecordedTrace)", "[{\"trace\":" + trace + ",\"spans\":[]}]", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | inputs[0] must be an object with name, batch and text or latin1, got null",
                "{} | inputs[0].latin1 must be given",
                "{\"text\":\"a\",\"batch\":\"b\"} | inputs[0].name must be given",
                "{\"text\":\"a\",\"name\":\"n\",\"batch\":1} | inputs[0].batch must be a string, got number",
                "{\"text\":\"a\",\"name\":\"n\",\"batch\":\"b\",\"complete\":1} | inputs[0].complete must be true or false, got number",
                "{\"text\":\"a\",\"name\":\"n\",\"batch\":\"b\",\"hidden\":1} | inputs[0] must have the fields name, batch and text or latin1"
            })
    void namesThePlaceInAFile(String file, String message) {
        assertRefused(TraceSource.class, "read(TraceFile,TraceSink)", "[" + file + ",null]", message);
    }

    @Test
    void refusesAnAnswerThatWasThrown() {
        Method template = Signature.find(FailureTemplates.class, "template(String,String)");

        assertThatThrownBy(() -> calls.answer(template, "{\"thrown\":\"java.io.IOException: hidden\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output must be an answer of template(String,String), got what it threw");
    }

    @Test
    void refusesAnAnswerOfAnotherShape() {
        Method read = Signature.find(TraceSource.class, "read(TraceFile,TraceSink)");
        Method members = Signature.find(FailureClusters.class, "members(Scope,String,PageRequest)");

        assertThatThrownBy(() -> calls.answer(read, "null")).hasMessageContaining("an object with the answer");
        assertThatThrownBy(() -> calls.answer(members, "{\"rows\":[null],\"offset\":0,\"total\":0}"))
                .hasMessageContaining("a component must be given");
    }

    private void assertRefused(Class<?> type, String method, String inputs, String message) {
        Object neverAsked =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
                    throw new AssertionError("asked");
                });
        assertThatThrownBy(() -> calls.ask(neverAsked, type, method, inputs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("hidden");
    }
}
