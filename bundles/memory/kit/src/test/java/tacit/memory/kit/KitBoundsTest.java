package tacit.memory.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitBoundsTest {

    private static final String TASK = "Count yesterday's server errors";

    @TempDir
    Path root;

    @Test
    void keepsItsBounds() {
        KitFolder folder = folder();
        for (String path : new String[] {"docs/CODEBASE_MAP.md", "docs/architecture.md", "ARCHITECTURE.md"}) {
            folder.with(path, "# Map\n" + "x".repeat(200_000));
        }
        folder.with(".cowork/AGENTS.md", "Be concise");

        String shown = folder.context(TASK);

        assertThat(shown).hasSize(16_000).contains("ARCHITECTURE.md").doesNotContain("Be concise");
        assertThat(shown.indexOf("docs/architecture.md")).isLessThan(6100);
    }

    @Test
    void endsWhereTooLittleRoomIsLeft() {
        KitFolder folder = folder();
        folder.with("docs/CODEBASE_MAP.md", "x".repeat(7000)).with("docs/architecture.md", "x".repeat(7000));
        folder.with("ARCHITECTURE.md", "x".repeat(3750)).with(".cowork/AGENTS.md", "y".repeat(2000));

        assertThat(folder.context(TASK)).hasSizeBetween(15_800, 16_000).doesNotContain("AGENTS.md");
    }

    @Test
    void cutsAFileAtItsOwnLength() {
        String shown = folder().with(".cowork/VIBES.md", "v".repeat(5000)).context(TASK);

        assertThat(shown.chars().filter(c -> c == 'v').count()).isEqualTo(1200);
    }

    @Test
    void keepsAFewBulletsOfAFewSections() {
        StringBuilder memory = new StringBuilder();
        for (int section = 0; section < 10; section++) {
            memory.append("## S").append(section).append('\n');
            for (int bullet = 0; bullet < 15; bullet++) {
                memory.append("- s").append(section).append('b').append(bullet).append('\n');
            }
        }

        assertThat(folder().with(".cowork/MEMORY.md", memory.toString()).context(TASK))
                .contains("s0b11", "s7b11")
                .doesNotContain("s0b12")
                .doesNotContain("S8");
    }

    @Test
    void readsFilesOfOtherSystems() {
        assertThat(folder().with(".cowork/USER.md", "\uFEFF---\r\nupdated: 2026-01-01\r\n---\r\nName: Ann\r\n")
                        .context(TASK))
                .endsWith("- Name: Ann");
    }

    private KitFolder folder() {
        return KitFolder.in(root);
    }
}
