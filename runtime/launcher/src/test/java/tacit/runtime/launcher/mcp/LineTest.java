package tacit.runtime.launcher.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

    private static final String MODERN = """
            {"jsonrpc":"2.0","id":"a\\"b","method":"tools/call","params":{"name":"memory_get","arguments":{"name":"x",
             "id":3,"ids":[{"id":4,"uri":"u"}]},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
             "io.modelcontextprotocol/clientInfo":{"name":"c"}}}}""";

    @Test
    void readsWhatDecidesWhereAMessageGoes() throws Exception {
        Line line = Line.of(MODERN);

        assertThat(line.id()).isEqualTo("\"a\\\"b\"");
        assertThat(line.method()).isEqualTo("tools/call");
        assertThat(line.version()).contains("2026-07-28");
        assertThat(line.named()).contains("memory_get");
        assertThat(line.text()).isEqualTo(MODERN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":7,\"method\":\"resources/read\",\"params\":{\"uri\":\"skill://a/SKILL.md\"}} | 7 | skill://a/SKILL.md",
                "{\"id\":-7,\"method\":\"prompts/get\",\"params\":{\"name\":\"p\"}} | -7 | p",
                "{\"id\":null,\"method\":\"tools/list\",\"params\":{\"name\":\"p\"}} | - | -",
                "{\"method\":\"tools/call\",\"params\":{\"arguments\":{\"name\":\"p\"}}} | - | -",
                "[{\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"p\"}}] | - | -",
            })
    void readsIdsAndNamesWhereTheyStand(String text, String id, String named) throws Exception {
        Line line = Line.of(text);

        assertThat(line.id()).isEqualTo(id.equals("-") ? null : id);
        assertThat(line.named().orElse("-")).isEqualTo(named);
    }

    @Test
    void readsWhatIsCancelled() throws Exception {
        String text =
                "{\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"listen:1\",\"reason\":\"x\"}}";

        assertThat(Line.of(text).cancelled()).contains("\"listen:1\"");
        assertThat(Line.of(text.replace("\"listen:1\"", "3")).cancelled()).contains("3");
        assertThat(Line.of(MODERN).cancelled()).isEmpty();
    }

    @Test
    void readsAGreetingAndItsAnswer() throws Exception {
        Line line = Line.of("{\"id\":0,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"codex\"}}}");

        assertThat(line.client()).contains("codex");
        assertThat(Line.agreed("{\"result\":{\"protocolVersion\":\"2025-06-18\"}}"))
                .isEqualTo("2025-06-18");
        assertThat(Line.agreed("{\"error\":{\"code\":1}}")).isNull();
    }

    @Test
    void answersAFailureToRequestsAlone() throws Exception {
        assertThat(Line.of("{\"id\":\"x\",\"method\":\"ping\"}").failed("No \"host\"\nhere"))
                .contains("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-32603,"
                        + "\"message\":\"No \\\"host\\\"\\nhere\"}}");
        assertThat(Line.of("{\"method\":\"notifications/x\"}").failed("No")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "nothing", "{\"id\":}", "{\"a\":1"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Line.of(text)).isInstanceOf(IOException.class);
    }

    @Test
    void writesNamesAsHeadersCanHoldThem() {
        assertThat(Exchange.header("memory_get")).isEqualTo("memory_get");
        assertThat(Exchange.header("caf\u00e9")).isEqualTo("=?base64?Y2Fmw6k=?=");
        assertThat(Exchange.header(" x")).startsWith("=?base64?");
        assertThat(Exchange.header("=?base64?x?=")).startsWith("=?base64?PT9");
    }
}
