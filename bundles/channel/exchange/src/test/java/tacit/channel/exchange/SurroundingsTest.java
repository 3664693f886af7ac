package tacit.channel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {

    private static final Map<String, String> HOST = Map.of(
            "PATH",
            "/bin",
            "HOME",
            "/home/ada",
            "AWS_SECRET_ACCESS_KEY",
            "sesame",
            "MODEL",
            "small",
            "LD_PRELOAD",
            "x");

    private static Map<String, String> given(Surroundings surroundings, Map<String, String> fields) {
        Map<String, String> environment = new HashMap<>(HOST);
        surroundings.replace(environment, fields);
        return environment;
    }

    @Test
    void givesWhatProgramsNeedAndNothingElseOfTheHost() {
        assertThat(given(Surroundings.of(HOST), Map.of()))
                .containsOnly(Map.entry("PATH", "/bin"), Map.entry("HOME", "/home/ada"));
    }

    @Test
    void givesWhatAnOperatorNamed() {
        assertThat(given(Surroundings.of(HOST, " MODEL , ", "LD_PRELOAD,MODEL", ""), Map.of()))
                .containsOnlyKeys("PATH", "HOME", "MODEL", "LD_PRELOAD");
    }

    @Test
    void saysWhatIsToBeDoneUnderNamesOfItsOwn() {
        assertThat(given(Surroundings.of(HOST), Map.of("path", "/tmp/x", "task_id", "t1")))
                .containsEntry("PATH", "/bin")
                .containsEntry("TACIT_PATH", "/tmp/x")
                .containsEntry("TACIT_TASK_ID", "t1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=sesame", "1A", "A B", "A-B"})
    void refusesWhatIsNoVariableWithoutShowingIt(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Surroundings.of(HOST, line))
                .withMessage("environment must be names of variables with commas between");
    }

    @Test
    void refusesAVariableThatIsNotSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Surroundings.of(HOST, "MODEL,NONE"))
                .withMessage("environment must name set variables, got 'NONE'");
    }

    @Test
    void readsACommandWithoutAShell() {
        assertThat(Surroundings.command(" claude  -p 'a b' \"c 'd'\" $HOME;ls '' "))
                .containsExactly("claude", "-p", "a b", "c 'd'", "$HOME;ls", "");
        assertThat(Surroundings.command("  ")).isEmpty();
    }
}
