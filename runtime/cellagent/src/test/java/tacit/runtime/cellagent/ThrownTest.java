package tacit.runtime.cellagent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrownTest {

    @Test
    void tellsExceptionsFromAnswers() {
        assertThat(Thrown.is("{\"thrown\":\"java.lang.Error\"}")).isTrue();
        assertThat(Thrown.is("\"thrown\"")).isFalse();
        assertThat(Thrown.is("{\"answer\":null}")).isFalse();
    }

    @Test
    void readsTheTextAndNothingBehindIt() {
        assertThat(Thrown.text("{\"thrown\":\"a.B: \\\"c\\\"\\n\\u00e9\",\"told\":[\"d\"]}"))
                .isEqualTo("a.B: \"c\"\n\u00e9");
    }

    @Test
    void rebuildsExceptionsOfThePlatform() {
        assertThat(Thrown.rebuilt("{\"thrown\":\"java.lang.IllegalArgumentException: hen must lay\"}"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("hen must lay");
        assertThat(Thrown.rebuilt("{\"thrown\":\"java.lang.NullPointerException\"}"))
                .isExactlyInstanceOf(NullPointerException.class);
    }

    @Test
    void standsInForForeignAndCheckedOnes() {
        assertThat(Thrown.rebuilt("{\"thrown\":\"fox.Bite: ouch\"}"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("fox.Bite: ouch");
        assertThat(Thrown.rebuilt("{\"thrown\":\"java.io.IOException: wet\"}"))
                .isExactlyInstanceOf(IllegalStateException.class);
        assertThat(Thrown.rebuilt("{\"thrown\":\"no class\"}")).hasMessage("no class");
    }
}
