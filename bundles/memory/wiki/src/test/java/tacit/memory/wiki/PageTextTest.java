package tacit.memory.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.memory.WikiPage;

/** Notes as files. */
final class PageTextTest {

    @Test
    void readsWhatItWrites() {
        WikiPage page = new WikiPage(
                "concepts/a.md",
                "Café: a study",
                "concept",
                "draft",
                List.of("one", "two words"),
                List.of("raw/papers/p.md"),
                "2026-01-01",
                "2026-01-02",
                "Body\n\n---\n\nwith a rule.");

        assertThat(PageText.page("concepts/a.md", PageText.render(page))).isEqualTo(page);
    }

    @Test
    void readsListsBelowTheirName() {
        WikiPage page = PageText.page("a.md", "---\ntitle: \"A\"\ntags:\n  - x\n  - 'y'\n---\nB");

        assertThat(page.title()).isEqualTo("A");
        assertThat(page.tags()).containsExactly("x", "y");
    }

    @Test
    void takesAFileWithoutFrontMatterAsBody() {
        assertThat(PageText.page("notes/my-page.md", "text")).satisfies(page -> {
            assertThat(page.title()).isEqualTo("my-page");
            assertThat(page.body()).isEqualTo("text");
            assertThat(page.created()).isNull();
        });
        assertThat(PageText.page("a.md", "---\nnever closed").body()).isEqualTo("---\nnever closed");
        assertThat(PageText.page("a.md", "").body()).isEmpty();
    }

    @Test
    void cannotBeMadeToHoldAnotherField() {
        WikiPage page = new WikiPage(
                "a.md", "T\nstatus: archived", "c", "draft", List.of("a, b]\nx: y"), List.of(), null, null, "");

        assertThat(PageText.page("a.md", PageText.render(page)).status()).isEqualTo("draft");
    }
}
