package tacit.surface.agents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTextTest {

    private static final List<String> LINES = List.of("notify = [\"x\"]", "otel.log_user_prompt = true");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "model = \"m\"\n[projects.\"/a b\"]\ntrust_level = \"trusted\"\n",
                "# mine\r\nmodel = 'ü'\r\n\r\n[[x]]\r\na = 1",
                "text = \"\"\"\n[otel]\n\"\"\"\n"
            })
    void putsTheBlockWhereItsKeysAreOfTheWholeFile(String text) {
        TomlText with = TomlText.of(text).with(LINES);

        assertThat(with.node().path("otel").path("log_user_prompt").booleanValue())
                .isTrue();
        assertThat(with.node().path("notify").path(0).asText()).isEqualTo("x");
        assertThat(with.block()).startsWith(TomlText.BEGIN).endsWith(TomlText.END);
        assertThat(with.withoutBlock().toString()).isEqualTo(text);
    }

    @Test
    void findsNoBlockWithoutItsEnd() {
        assertThat(TomlText.of(TomlText.BEGIN + "\na = 1\n").block()).isNull();
    }

    @Test
    void saysWhereATextIsNoToml() {
        assertThatThrownBy(() -> TomlText.of("a = 1\nb = = 2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void quotesWhateverStandsInAPath() {
        String quoted = TomlText.quoted("/a \"b\"\\c\n😀");

        assertThat(TomlText.of("x = " + quoted).node().path("x").asText()).isEqualTo("/a \"b\"\\c\n😀");
    }
}
