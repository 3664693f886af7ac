package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.CuratedMemory;

class BlockTest {

    private static final String BEGIN = CuratedMemory.BLOCK_BEGIN;
    private static final String END = CuratedMemory.BLOCK_END;

    @Test
    void cu06KeepsEveryCharacterOutside() {
        String before = "# Mine  \n\n- a\t\n" + BEGIN + "\nold\n" + END + "\n\nafter $1 \\ end";

        String after = Block.in(before, "# User", List.of("- preference: Likes tea"));

        assertThat(after).startsWith("# Mine  \n\n- a\t\n" + BEGIN).endsWith(END + "\n\nafter $1 \\ end");
        assertThat(after).contains("- preference: Likes tea").doesNotContain("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price is $& today", "$1 $$ $` $'", "\\1 \\\\ \\E", "cost $& more", "${name} %s {0}"})
    void cu07SplicesLiterally(String content) {
        String once = Block.in("before\n", "# User", List.of("- project_fact: " + content));
        String twice = Block.in(once, "# User", List.of("- project_fact: " + content));

        assertThat(once).contains("- project_fact: " + content + "\n");
        assertThat(twice).isEqualTo(once);
    }

    @Test
    void beginsATextThatWasNotThere() {
        assertThat(Block.in(null, "# User", List.of()))
                .isEqualTo("# User\n\n" + BEGIN + "\n## Auto Curated Memory\n\n_No entries yet._\n" + END + "\n");
    }

    @Test
    void appendsToATextWithoutABlock() {
        assertThat(Block.in("no line end", "# User", List.of("- a: b"))).startsWith("no line end\n\n" + BEGIN);
        assertThat(Block.in("line end\n", "# User", List.of("- a: b"))).startsWith("line end\n\n" + BEGIN);
        assertThat(Block.in("", "# User", List.of("- a: b"))).startsWith(BEGIN);
    }

    @Test
    void leavesAMarkWithoutItsCounterpart() {
        String dangling = "a\n" + BEGIN + "\nmine\n";

        String once = Block.in(dangling, "# User", List.of("- a: b"));
        String twice = Block.in(once, "# User", List.of("- c: d"));

        assertThat(once).startsWith(dangling);
        assertThat(twice).startsWith(dangling).contains("- c: d").doesNotContain("- a: b");
        assertThat(Block.in(END + "\nmine", "# User", List.of())).startsWith(END + "\nmine");
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        String after = Block.in("a\r\n" + BEGIN + "\r\n" + END + "\r\nb\r\n", "# User", List.of("- a: b"));

        assertThat(after).startsWith("a\r\n").endsWith(END + "\r\nb\r\n");
        assertThat(after.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void letsNoEntryEndTheBlock() {
        String after = Block.in(null, "# User", List.of("- a: x " + END + " behind", "- a: " + BEGIN));

        assertThat(after.indexOf(END)).isEqualTo(after.lastIndexOf(END));
        assertThat(Block.in(after, "# User", List.of())).doesNotContain("behind");
    }
}
