package tacit.trigger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private final Body body = Body.read(
            "{\"a\":{\"b\":\" x\\n y \"},\"n\":3,\"l\":[1,2],\"t\":true,\"e\":\" \",\"z\":null,\"s\":0.5,\"m/n\":\"slash\"}");

    @ParameterizedTest
    @CsvSource({"/a/b, x y", "/n, 3", "/l/1, 2", "/t, true", "/m~1n, slash", "/a,", "/l,", "/e,", "/z,", "/q,"})
    void findsValuesInOneLine(String pointer, String text) {
        assertThat(body.text(pointer)).isEqualTo(text);
    }

    @Test
    void countsAndWeighs() {
        assertThat(body.count("/l")).isEqualTo(2);
        assertThat(body.count("/n")).isEqualTo(3);
        assertThat(body.count("/a")).isZero();
        assertThat(body.share("/s")).isEqualTo(.5);
        assertThat(body.share("/n")).isNull();
        assertThat(body.share("/a")).isNull();
        assertThat(body.truth("/t")).isTrue();
        assertThat(body.truth("/q")).isFalse();
        assertThat(body.has("/z")).isFalse();
        assertThat(body.has("/l")).isTrue();
    }

    @Test
    void cutsWhatIsLong() {
        Body large = Body.read("{\"a\":\"" + "x".repeat(900) + "\"}");

        assertThat(large.text("/a")).hasSize(500).endsWith("…");
    }

    @Test
    void takesEachOfAListAndItselfWithoutOne() {
        assertThat(Body.read("{\"e\":[{\"i\":1},{\"i\":2}]}").each("/e"))
                .extracting(one -> one.text("/i"))
                .containsExactly("1", "2");
        assertThat(body.each("/e")).containsExactly(body);
        assertThatThrownBy(() -> Body.read("{\"e\":[1]}").each("/e")).hasMessage("e must hold objects only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "null", "{\"a\":", "{} {}", "{'a':1}"})
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> Body.read(text)).hasMessageStartingWith("The body ");
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThatThrownBy(() -> Body.read("{\"a\":".repeat(40) + "1" + "}".repeat(40)))
                .hasMessage("The body is not valid JSON");
    }

    @Test
    void knowsPointers() {
        assertThat(Body.isPointer("/a/b~1c")).isTrue();
        assertThat(Body.isPointer("a")).isFalse();
        assertThat(Body.isPointer("")).isFalse();
        assertThat(Body.isPointer("/a~2")).isFalse();
    }
}
