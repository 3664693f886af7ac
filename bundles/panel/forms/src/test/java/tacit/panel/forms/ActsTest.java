package tacit.panel.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.surface.mission.Looked;

class ActsTest {

    private static void answers(int status, String words, RuntimeException thrown) {
        assertThatThrownBy(() -> Acts.done(() -> {
                    throw thrown;
                }))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status))
                .hasMessageContaining(words);
    }

    @Test
    void saysWhatServicesRefuse() {
        assertThat(Acts.done(() -> "done")).isEqualTo("done");
        answers(400, "too long", new IllegalArgumentException("too long"));
        answers(409, "it runs", new IllegalStateException("it runs"));
        answers(409, "changed meanwhile", new ConcurrentModificationException("changed meanwhile"));
        answers(409, "not possible now", new IllegalStateException());
    }

    @Test
    void hidesNoMistakeOfItsOwn() {
        NullPointerException broken = new NullPointerException("broken");

        assertThatThrownBy(() -> Acts.done(() -> {
                    throw broken;
                }))
                .isSameAs(broken);
    }

    @Test
    void refusesWhatTheHostDoesNotHave() {
        assertThat(Acts.there("service", "dreams")).isEqualTo("service");
        assertThatThrownBy(() -> Acts.there(null, "dreams"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(503))
                .hasMessageContaining("that dreams is not there");
        assertThat(Acts.unknown("fly").status()).isEqualTo(404);
    }

    @Test
    void keepsTheWholeHostFromWhoSeesAPartOfIt() {
        Acts.wholeHost(Looked.at());
        for (Scope part : List.of(Scope.ofWorkspace("other"), new Scope(Scope.DEFAULT_WORKSPACE, "ada"))) {
            Looked other = Looked.at().by(new Principal("ada", AccessRole.OPERATOR, part));
            assertThatThrownBy(() -> Acts.wholeHost(other))
                    .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                            .isEqualTo(403));
        }
    }

    @Test
    void pagesRowsAndMakesButtons() {
        assertThat(Rows.page(List.of(1, 2, 3, 4), 1, 2)).containsExactly(2, 3);
        assertThat(Rows.page(List.of(1), 5, 2)).isEmpty();
        assertThat(Acts.button("drop", "Drop", "Really?", Map.of("id", 1)))
                .containsOnlyKeys("act", "label", "confirm", "fields");
    }
}
