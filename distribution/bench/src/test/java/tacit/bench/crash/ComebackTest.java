package tacit.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComebackTest {

    @Test
    void readsWhatAGenerationNames() {
        String text = """
                generation              2
                by                      operator
                reason                  because (of 12)
                failure-template        tacit.learn.template 1.1.0 (0123456789ab)
                trace-source/intercode  tacit.evidence.benchmarks 1.0.0 (ba9876543210)
                tacit.learn.template.MaskingTemplates:longest  90
                """;

        assertThat(Comeback.named(text))
                .isEqualTo(Map.of(
                        "failure-template", "tacit.learn.template 1.1.0",
                        "trace-source/intercode", "tacit.evidence.benchmarks 1.0.0"));
    }

    @Test
    void readsWhatFillsTheRoles() throws IOException {
        String json = "{\"offset\":0,\"total\":2,\"rows\":[{\"role\":\"a\",\"bundle\":\"x\",\"version\":\"1.0.0\"},"
                + "{\"role\":\"b\",\"bundle\":\"none\",\"version\":null}]}";

        assertThat(Comeback.filled(json)).isEqualTo(Map.of("a", "x 1.0.0", "b", "none null"));
    }

    @Test
    void readsTheEndOfACommand() throws IOException {
        HostShell.Answer answer = HostShell.answer("{\"out\":\"one\\n\"}\n{\"err\":\"two\"}\n{\"exit\":3}\n");

        assertThat(answer).isEqualTo(new HostShell.Answer(3, "one\ntwo"));
    }

    @Test
    void refusesAnAnswerThatBreaksOff() {
        assertThatThrownBy(() -> HostShell.answer("{\"out\":\"one\"}\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the host closed the connection");
    }
}
