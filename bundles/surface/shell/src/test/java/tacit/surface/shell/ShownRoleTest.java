package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.harness.RoleStatus;

class ShownRoleTest {

    @Test
    void aBundleThatOnlyContributesIsNamedOnce() {
        assertThat(shown("extension/tacit.panel.learning", "tacit.panel.learning"))
                .isEqualTo("extension/…");
    }

    @Test
    void everyOtherRoleIsShownWhole() {
        assertThat(shown("trace-source/hen-house", "example.hen-house")).isEqualTo("trace-source/hen-house");
        assertThat(shown("extension/tacit.panel.learning", null)).isEqualTo("extension/tacit.panel.learning");
        assertThat(shown("extension/other", "tacit.panel.learning")).isEqualTo("extension/other");
    }

    private static String shown(String role, @Nullable String bundle) {
        return HarnessCommands.shown(new RoleStatus(role, "I", bundle, "1.0.0", null, "A", 0, 0, 0, null));
    }
}
