package tacit.surface.proxy.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestScanTest {

    @Test
    void readsWhatARequestSaysOfItself() {
        RequestScan scan =
                scan("{\"model\":\"m-1\",\"stream\":true,\"user\":\"ann\",\"metadata\":{\"a\":\"b\",\"n\":1}}");

        assertThat(scan.model()).isEqualTo("m-1");
        assertThat(scan.stream()).isTrue();
        assertThat(scan.user()).isEqualTo("ann");
        assertThat(scan.metadata("a")).isEqualTo("b");
        assertThat(scan.metadata("n")).isNull();
    }

    @Test
    void takesWhatTheUserSaidLastAsTheTask() {
        RequestScan scan = scan(
                "{\"messages\":[{\"role\":\"user\",\"content\":\"first\"},{\"role\":\"assistant\",\"content\":\"x\"},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"one\"},{\"type\":\"image_url\",\"image_url\":{}},"
                        + "{\"type\":\"text\",\"text\":\"two\"}]},{\"role\":\"assistant\",\"content\":null}]}");

        assertThat(scan.task()).isEqualTo("one\ntwo");
        assertThat(scan.turns()).isEqualTo(2);
    }

    @Test
    void takesNoResultOfAToolAsWordsOfAUser() {
        RequestScan scan = scan("{\"messages\":[{\"role\":\"user\",\"content\":\"do it\"},"
                + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"content\":\"done\"}]}]}");

        assertThat(scan.task()).isEqualTo("do it");
        assertThat(scan.turns()).isEqualTo(1);
    }

    @Test
    void readsTheInputOfAResponse() {
        assertThat(scan("{\"input\":\"hello\"}").task()).isEqualTo("hello");
        assertThat(scan("{\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}]}]}")
                        .task())
                .isEqualTo("hi");
    }

    @Test
    void boundsATaskWithoutCuttingACharacter() {
        String long1 = "x".repeat(Said.LONGEST - 1) + "\uD83D\uDC1D".repeat(10);

        String task = scan("{\"messages\":[{\"role\":\"user\",\"content\":\"" + long1 + "\"}]}")
                .task();

        assertThat(task).hasSize(Said.LONGEST - 1).endsWith("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":}", "{} {}", "{\"a\":1}x", "\uFEFF{}"})
    void refusesWhatIsNoObject(String body) {
        assertThatThrownBy(() -> scan(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherEncoding() {
        byte[] body = "{\"model\":\"m\"}".getBytes(Charset.forName("UTF-16LE"));

        assertThatThrownBy(() -> RequestScan.of(body)).hasMessageContaining("UTF-8");
    }

    @Test
    void saysNothingOfTheBodyWhenItRefuses() {
        assertThatThrownBy(() -> scan("{\"secret\":\"hunter2\",")).hasMessage("The body is not valid JSON in UTF-8");
    }

    private static RequestScan scan(String body) {
        return RequestScan.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
