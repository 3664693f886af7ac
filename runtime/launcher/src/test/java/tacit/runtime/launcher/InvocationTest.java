package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {

    @Test
    void asksForHelpWithoutAVerb() {
        assertThat(Invocation.parse(List.of()).verb()).isEqualTo("help");
    }

    @Test
    void keepsDataUnderTheHomeOfTheUserByDefault() {
        Invocation invocation = Invocation.parse(List.of("learn", "a", "--json"));

        assertThat(invocation.data().root()).isEqualTo(Path.of(System.getProperty("user.home"), ".tacit"));
        assertThat(invocation.arguments()).containsExactly("a", "--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learn a --data /d b", "--data /d learn a b", "learn a b --data=/d"})
    void takesTheDataDirectoryAnywhere(String line) {
        Invocation invocation = Invocation.parse(List.of(line.split(" ")));

        assertThat(invocation.verb()).isEqualTo("learn");
        assertThat(invocation.data().root()).isEqualTo(Path.of("/d"));
        assertThat(invocation.arguments()).containsExactly("a", "b");
    }

    @Test
    void refusesDataWithoutAFolder() {
        assertThatThrownBy(() -> Invocation.parse(List.of("learn", "--data")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--data must be followed by a value");
    }
}
