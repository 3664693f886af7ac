package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"team", "repoUrl", "größe", "last seen", "a_b", "x.y", "電話"})
    void readsThePropertyBackFromItsAttribute(String property) {
        String attribute = Names.attribute(property);

        assertThat(attribute).matches("[a-z0-9._]+");
        assertThat(Names.property(attribute)).isEqualTo(property);
    }

    @Test
    void foldsCaseWidthAndBlanks() {
        assertThat(Names.folded("  ＲＥＡＣＴ \u00a0 Native ")).isEqualTo("react native");
        assertThat(Names.type("API endpoint")).isEqualTo("api_endpoint");
    }

    @Test
    void refusesNamesThatCannotBeKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> Names.written("x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> Names.type("a;b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Names.attribute("x".repeat(200)));
    }
}
