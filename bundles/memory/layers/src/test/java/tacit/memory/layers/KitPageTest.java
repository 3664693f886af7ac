package tacit.memory.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.layers.Sample.curated;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextFragment;

class KitPageTest {

    private final List<Piece> shown = List.of(piece(curated("Likes tea")));

    @Test
    void leavesOutALineThatTheHotLaneSays() {
        assertThat(text("You\n- preference: likes tea\n- Lives in Porto")).isEqualTo("You\n- Lives in Porto");
    }

    @Test
    void leavesOutAHeadingWhoseLinesAllStandElsewhere() {
        assertThat(text("## Auto\n- Likes tea\n\n## More\n- Lives in Porto")).isEqualTo("## More\n- Lives in Porto");
        assertThat(text("# You\n- Lives in Porto\n## Auto\n- Likes tea")).isEqualTo("# You\n- Lives in Porto");
    }

    @Test
    void keepsAHeadingThatHasHeadingsBelow() {
        assertThat(text("# You\n- Likes tea\n## More\n- Lives in Porto")).isEqualTo("# You\n## More\n- Lives in Porto");
    }

    @Test
    void isEmptyWhereEverythingStandsElsewhere() {
        assertThat(new KitPage("- Likes tea", shown).within(100)).isEmpty();
    }

    @Test
    void endsAtAWholeLine() {
        String kit = "one two three\nfour five six seven\n" + "eight ".repeat(30);

        assertThat(new KitPage(kit, shown).within(13).map(AssembledContext.Block::text))
                .contains("one two three\n[the kit goes on]");
        assertThat(new KitPage(kit, shown).within(3)).isEmpty();
        assertThat(new KitPage(kit, shown).within(-5)).isEmpty();
    }

    private String text(String kit) {
        return new KitPage(kit, shown).within(1000).orElseThrow().text();
    }

    private static Piece piece(ContextFragment fragment) {
        return new Piece(fragment, Section.CURATED, new Score(1, new TreeMap<>()), "- " + fragment.text());
    }
}
