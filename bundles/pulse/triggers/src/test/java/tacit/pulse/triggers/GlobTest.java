package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*.md, a.md, true",
        "*.md, docs/a.md, false",
        "**, docs/a.md, true",
        "**/*.md, a.md, true",
        "**/*.md, x/y/a.md, true",
        "docs/**, docs/x/a.md, true",
        "docs/**, doc/x, false",
        "docs/*/a.?d, docs/x/a.md, true",
        "docs/*/a.?d, docs/x/y/a.md, false",
        ".git/HEAD, .git/HEAD, true",
        "a.md, aXmd, false"
    })
    void matchesPaths(String pattern, String path, boolean matches) {
        assertThat(Glob.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void knowsWhereToLook() {
        assertThat(Glob.of(".git/refs/heads/**").folder()).isEqualTo(".git/refs/heads");
        assertThat(Glob.of(".git/HEAD").folder()).isEqualTo(".git");
        assertThat(Glob.of(".git/HEAD").depth()).isEqualTo(1);
        assertThat(Glob.of("docs/*/a.md").depth()).isEqualTo(2);
        assertThat(Glob.of("*.md").folder()).isEmpty();
        assertThat(Glob.of("**").depth()).isEqualTo(Glob.DEEPEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "a\\b", "./a"})
    void staysBelowTheFolder(String pattern) {
        assertThatThrownBy(() -> Glob.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
