package tacit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "false",
                "0",
                "-12",
                "1.50",
                "123456789012345678901234567890",
                "\"\"",
                "\"a\\\"b\\\\c\\n\\t\\b\\f\\r\"",
                "\"ü€😀\"",
                "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":\"e\"}",
                "[[],[[]],{},\"x\"]"
            })
    void writesWhatItRead(String json) {
        assertThat(Json.write(Json.parse(json))).isEqualTo(json);
    }

    @Test
    void readsBlanksEscapesAndNumbersOfEveryForm() {
        assertThat(Json.parse(" \r\n\t[ 1 , \"\\u00fc\\/\" , -1e3 , 0.5E-1 ] "))
                .isEqualTo(List.of(1L, "ü/", new BigDecimal("-1e3"), new BigDecimal("0.5E-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "tru",
                "nul",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "--1",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "[] []",
                "{\"a\":1,}",
                "NaN",
                "'a'",
                "]"
            })
    void refusesWhatIsNoJsonAndSaysWhere(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessageContaining("at character");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[".repeat(100_000)));
        Object deep = List.of();
        for (int i = 0; i < 1_000; i++) {
            deep = List.of(deep);
        }
        Object deepest = deep;
        assertThatIllegalArgumentException().isThrownBy(() -> Json.write(deepest));
    }

    @Test
    void writesHalfCharactersAndControlsAsEscapes() {
        assertThat(Json.write("a\ud83dz\udc00\u0001")).isEqualTo("\"a\\ud83dz\\udc00\\u0001\"");
        assertThat(Json.parse("\"\\ud83d\\ude00\"")).isEqualTo("😀");
    }

    @Test
    void writesWhatJsonDoesNotKnowAsTextOrNull() {
        assertThat(Json.write(Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY, null, 'c', 2.5)))
                .isEqualTo("[null,null,null,\"c\",2.5]");
    }

    @Test
    void takesOnlyObjectsWhereObjectsAreNeeded() {
        assertThat(Json.parseObject("{\"a\":1}")).isEqualTo(Map.of("a", 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parseObject("[]"));
    }
}
