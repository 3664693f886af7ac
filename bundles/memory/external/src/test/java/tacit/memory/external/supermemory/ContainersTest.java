package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainersTest {

    private static final Containers USUAL = Containers.of("", "team notes | What the team knows", " ");

    @Test
    void sm03MakesATagOfNameAndId() {
        assertThat(Containers.of("cowork:{workspaceName}:{workspaceId}").own("ws_123", "Team Space / Beta"))
                .isEqualTo("cowork:Team-Space-Beta:ws_123");
    }

    @Test
    void sm05AllowsTheWorkspacesOwnAndThoseOfTheListOnly() {
        assertThat(USUAL.allowed("w1", "w1", null)).isEqualTo("cowork:w1");
        assertThat(USUAL.allowed("w1", "w1", "cowork:w1")).isEqualTo("cowork:w1");
        assertThat(USUAL.allowed("w1", "w1", "team notes")).isEqualTo("team-notes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.allowed("w1", "w1", "cowork:w2"))
                .withMessageContaining("not allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "a{unknown}b > ab",
                "a  b///c > a-b-c",
                "a---b > a-b",
                "--a_b:c-- > a_b:c",
                "Grün > Gr-n",
                "{workspaceId} > cowork-workspace",
                "'' > cowork-workspace",
                "*** > cowork-workspace"
            })
    void makesATagOfAnything(String text, String tag) {
        assertThat(Containers.tag(text)).isEqualTo(tag);
    }

    @Test
    void boundsTagsAndDescriptions() {
        assertThat(Containers.tag("x".repeat(150))).hasSize(100);
        assertThat(Containers.of("", "a|" + "d".repeat(300)).custom().get(0).description())
                .hasSize(240);
    }

    @Test
    void keepsWorkspacesApartWhoseIdsLookAlike() {
        String one = USUAL.own("team/a", "x");
        String other = USUAL.own("team a", "x");

        assertThat(one).isNotEqualTo(other).startsWith("cowork:team-a-");
        assertThat(USUAL.own("y".repeat(200), "x")).isNotEqualTo(USUAL.own("y".repeat(199), "x"));
    }
}
