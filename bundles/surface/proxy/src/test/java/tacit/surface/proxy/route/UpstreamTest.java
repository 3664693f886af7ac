package tacit.surface.proxy.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.testkit.Configurations;
import tacit.surface.proxy.wire.Kind;
import tacit.surface.proxy.wire.Wire;

class UpstreamTest {

    private static Upstream of(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "main", "url", "http://127.0.0.1:9/v1"));
        values.putAll(more);
        return new Upstream(Configurations.of(Upstream.Config.class, values), Map.of("KEY", "sk-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name||name must be",
                "name|a b|name must be",
                "url||url must be given",
                "url|ftp://x|address must be",
                "url|http://me:secret@x|without credentials",
                "kind|gemini|kind must be openai or anthropic",
                "key_environment|NONE|must name a set variable",
                "key_file|/nowhere/at/all|key.file must be readable",
            })
    void refusesSettingsThatCannotBe(String setting, String value, String reason) {
        String given = value == null ? "" : value;

        assertThatThrownBy(() -> of(Map.of(setting, given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"connect_millis,9", "connect_millis,60001", "first_byte_millis,9", "idle_millis,3600001"})
    void refusesTimesOutOfTheirBounds(String setting, int value) {
        assertThatThrownBy(() -> of(Map.of(setting, value))).hasMessageContaining("must be in [10,");
    }

    @Test
    void takesModelsByTheirNames() {
        Upstream upstream = of(Map.of("models", new String[] {"gpt-*, o?.1", "*-mini"}));

        assertThat(List.of("gpt-", "gpt-5", "o?.1", "x-mini")).allMatch(upstream::takes);
        assertThat(List.of("agpt-5", "ox.1", "o?11", "mini")).noneMatch(upstream::takes);
        assertThat(upstream.takes(null)).isTrue();
    }

    @Test
    void takesItsKeyOutOfTexts(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("key");
        Files.writeString(file, "sk-file\n");

        assertThat(of(Map.of("key_file", file.toString())).withoutKey("a sk-file b"))
                .isEqualTo("a [KEY] b");
        assertThat(of(Map.of("key_environment", "KEY")).withoutKey("a sk-1 b")).isEqualTo("a [KEY] b");
        assertThat(of(Map.of()).withoutKey("a sk-1 b")).isEqualTo("a sk-1 b");
    }

    @Test
    void ordersThemByNumberAndThenByName() {
        Upstreams all = new Upstreams();
        for (String name : List.of("c", "a", "b")) {
            all.bind(of(Map.of("name", name, "order", name.equals("a") ? 2 : 1)));
        }

        assertThat(all.of(Kind.OPENAI, "m")).extracting(Upstream::name).containsExactly("b", "c", "a");
        assertThat(all.of(Kind.ANTHROPIC, "m")).isEmpty();
        assertThat(all.any(Kind.ANTHROPIC)).isFalse();
    }

    @Test
    void answersNobodyOnceItIsClosed() {
        Upstream upstream = of(Map.of());
        upstream.close();

        Route route = new Upstreams()
                .ask(List.of(upstream), new Asked(Wire.CHAT, "/chat/completions", Map.of(), new byte[0]));

        assertThat(route.answer()).isNull();
        assertThat(route.reason()).contains("main: not asked");
        assertThat(route.header()).startsWith("none; attempts=1;");
    }
}
