package tacit.surface.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.experiment.Lineage.View;

class LinkViewTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesMemoriesWithoutTheirWords(boolean words) {
        Node memory = new Node(Kind.MEMORY, "m1", "Nora takes pills", "active", null);
        Node run = new Node(Kind.TRACE, "t1", "Run of a clerk", "success", null);
        View view = new View(run, List.of(new Level(Kind.MEMORY, false, List.of(memory), 0, 1, List.of())));

        String shown = LinkView.of(view, words).toString();

        assertThat(shown).contains("m1").doesNotContain("pills");
        assertThat(shown.contains("Run of a clerk")).isEqualTo(words);
    }
}
