package tacit.api.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedSkillsTest {

    @Test
    void readsWhatItWrites() {
        OfferedSkills offered = OfferedSkills.UNNAMED
                .with("default", Map.of("run-tests", 3, "notes", 1))
                .with("team b", Map.of());

        assertThat(offered.text()).isEqualTo("default/notes@1\ndefault/run-tests@3\nteam+b/-");
        assertThat(OfferedSkills.read(offered.text())).isEqualTo(offered);
        assertThat(OfferedSkills.read("default/run-tests@3, default/notes@1,\r\n team+b/-"))
                .isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/ada/work", "a,b", "a\nb", " a ", "-", "a@1", "100%", "läden/ü", "a/b@2"})
    void keepsAnyWorkspace(String workspace) {
        OfferedSkills offered = OfferedSkills.UNNAMED.with(workspace, Map.of("notes", 2));

        assertThat(offered.text()).doesNotContain("\n");
        assertThat(OfferedSkills.read(offered.text()).of(workspace)).contains(new TreeMap<>(Map.of("notes", 2)));
    }

    @Test
    void tellsAWorkspaceThatOffersNoneFromOneThatIsNotNamed() {
        OfferedSkills offered = OfferedSkills.read("a/-");

        assertThat(offered.of("a")).contains(new TreeMap<>());
        assertThat(offered.of("b")).isEmpty();
        assertThat(OfferedSkills.read("  ")).isEqualTo(OfferedSkills.UNNAMED);
        assertThat(OfferedSkills.UNNAMED.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes",
                "notes@1",
                "a/notes",
                "a/notes@0",
                "a/notes@-1",
                "a/notes@01",
                "a/Notes@1",
                "a/n--x@1",
                "a/notes@9999999999",
                "a/b/notes@1",
                "a/notes@1 a/more@1",
                "a/notes@1\na/notes@2"
            })
    void refusesWhatIsNoSuchLine(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferedSkills.read(text))
                .withMessageStartingWith("offered must ");
    }
}
