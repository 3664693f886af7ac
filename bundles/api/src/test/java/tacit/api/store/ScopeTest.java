package tacit.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    @Test
    void refusesABlankWorkspaceOrUser() {
        assertThatThrownBy(() -> new Scope(" ", null)).hasMessage("workspaceId must not be blank");
        assertThatThrownBy(() -> new Scope("w", "")).hasMessage("userId must not be blank");
    }

    @Test
    void namesItsUserOnlyWhenNarrowed() {
        assertThat(Scope.ofDefaultWorkspace().user()).isEmpty();
        assertThat(new Scope("w", "u").user()).contains("u");
    }

    @ParameterizedTest
    @CsvSource({"-1,10", "0,0", "0,1001"})
    void refusesAPageOutOfBounds(long offset, int limit) {
        assertThatThrownBy(() -> new PageRequest(offset, limit)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhetherAPageIsTheLast() {
        assertThat(new Page<>(List.of("a"), 0, 2).hasMore()).isTrue();
        assertThat(new Page<>(List.of("b"), 1, 2).hasMore()).isFalse();
    }
}
