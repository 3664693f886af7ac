package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValuesTextTest {

    private static SortedMap<String, Object> again(Map<String, Object> values) {
        return ValuesText.read(ValuesText.of("tracker", new TreeMap<>(values)));
    }

    @Test
    void readsBackWhatItWrote() {
        Map<String, Object> values = Map.of(
                "text",
                "a \"b\"",
                "truth",
                true,
                "whole",
                3L,
                "large",
                Long.MAX_VALUE,
                "real",
                0.5,
                "list",
                List.of("a", 1L, List.of()),
                "map",
                Map.of("k", Map.of("n", 2L)));

        assertThat(again(values)).isEqualTo(values);
        assertThat(ValuesText.read("")).isEmpty();
    }

    @Test
    void replacesSecretsHoweverDeep() {
        assertThat(again(Map.of("a", List.of(Map.of("key", "sk-abcdefghijklmnopqrst"))))
                        .toString())
                .isEqualTo("{a=[{key=[REDACTED_API_KEY]}]}");
    }

    @Test
    void leavesOutWhatIsNull() {
        assertThat(ValuesText.read("{\"a\":null,\"b\":[null,{\"c\":null,\"d\":1}]}")
                        .toString())
                .isEqualTo("{b=[{d=1}]}");
    }

    @Test
    void tellsTheTextsAndNotTheNames() {
        StringBuilder words = new StringBuilder();

        ValuesText.words(Map.of("name", List.of("one", 2L, Map.of("other", "two"))), words);

        assertThat(words.toString()).isEqualTo("one\ntwo\n");
    }

    @Test
    void refusesWhatIsTooLongOrNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again(Map.of("a", "x".repeat(80_000))))
                .withMessageContaining("tracker must have at most 80000");
        assertThatIllegalStateException().isThrownBy(() -> ValuesText.read("{"));
    }
}
