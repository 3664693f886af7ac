package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:clusters --limit 5",
                "tacit:cluster c1 split r1 r2",
                "tacit:traces --agent 'my agent (new)'",
                "tacit:triage 4bf92f35/77 - tool_error yes",
                "scr:list",
                "tacit:activate tacit.learn.template@1.1.0 tacit.learn.template.MaskingTemplates:longest=90 --reason 'it masks units'",
                "tacit:rollback 1",
                "tacit:index rebuild",
                "tacit:persona slack --audience group",
                "tacit:eval add d1 --expect 'equals /decision \"allow\"' --protected",
                "tacit:commitments --user nora add 'Send the slides'",
                "tacit:profile --user nora name Nora",
                "help"
            })
    void letsPlainCommandsThrough(String line) {
        assertThat(LineRule.allowed(line)).isEqualTo(line);
    }

    @Test
    void knowsTacitsOwnCommandsWithoutTheirScope() {
        assertThat(LineRule.allowed("  stats --json ")).isEqualTo("tacit:stats --json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((bundle 0) loadClass java.lang.System) exit 1",
                "tacit:stats; felix:stop 0",
                "tacit:stats | gogo:tac /etc/passwd",
                "tacit:stats & tacit:shutdown",
                "tacit:traces --agent $(felix:stop 0)",
                "tacit:traces --agent ${.context}",
                "tacit:traces --agent \"$x\"",
                "tacit:traces --agent {felix:stop 0}",
                "tacit:traces --agent [a]",
                "tacit:traces > /tmp/file",
                "tacit:traces --agent 'open",
                "tacit:traces\nfelix:stop 0",
                "tacit:traces --agent a\\'b",
                "x = 1",
                ""
            })
    void refusesWhatTheShellWouldEvaluate(String line) {
        assertThatThrownBy(() -> LineRule.allowed(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix:stop 0", "felix:install x", "system:exit 1", "gogo:cat f", "exit", "tacit:nothing"})
    void refusesCommandsThatAreNotListed(String line) {
        assertThatThrownBy(() -> LineRule.allowed(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown command");
    }
}
