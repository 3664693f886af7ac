package tacit.memory.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.memory.WikiHealth;
import tacit.api.memory.WikiHealth.Finding;
import tacit.api.memory.WikiHealth.Problem;
import tacit.api.memory.WikiPage;
import tacit.api.memory.WikiSource;
import tacit.api.memory.WikiSource.Kind;

/** What is wrong with vaults of a few notes. */
final class HealthCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final List<WikiPage> pages = new ArrayList<>();
    private final SortedMap<String, String> sources = new TreeMap<>();
    private String index = "";

    @Test
    void findsLinksThatLeadNowhereOrToSeveral() {
        note("concepts/a.md", "A", "[[b]] [[gone|somewhere]] [text](../entities/b.md) `[[code]]` ![[chart.png]]");
        note("concepts/b.md", "B", "[[a]]");
        note("entities/b.md", "Another", "[[a#part]]");

        assertThat(of(Problem.BROKEN_LINK)).containsExactly("concepts/a.md: chart.png", "concepts/a.md: gone");
        assertThat(of(Problem.AMBIGUOUS_LINK)).containsExactly("concepts/a.md: b may be concepts/b.md, entities/b.md");
    }

    @Test
    void followsTitlesPathsAndMarkdown() {
        note("concepts/a.md", "The Letter A", "[[entities/b]] [x](c.md)");
        note("entities/b.md", "B", "[[the letter a]]");
        note("concepts/c.md", "C", "");

        assertThat(report().links()).isEqualTo(3);
        assertThat(of(Problem.BROKEN_LINK)).isEmpty();
        assertThat(of(Problem.ORPHAN)).isEmpty();
        assertThat(of(Problem.WEAK_LINKS))
                .containsExactly("concepts/c.md: links to 0 other notes", "entities/b.md: links to 1 other notes");
    }

    @Test
    void namesNotesThatNobodyLinksTo() {
        note("concepts/a.md", "A", "[[a]]");

        assertThat(of(Problem.ORPHAN)).containsExactly("concepts/a.md: no note links to it");
    }

    @Test
    void namesWhatIsOld() {
        sources.put("raw/papers/p.md", SourceText.render(new WikiSource(Kind.PAPER, "P", "", "text"), NOW));
        pages.add(new WikiPage(
                "a.md",
                "A",
                "concept",
                "active",
                List.of("t"),
                List.of("raw/papers/p.md"),
                "2026-01-01",
                "2026-02-01",
                ""));
        pages.add(new WikiPage(
                "b.md", "B", "concept", "active", List.of("t"), List.of(), "2025-01-01", "2025-02-01", ""));
        pages.add(new WikiPage(
                "c.md", "C", "concept", "archived", List.of("t"), List.of(), "2025-01-01", "2025-02-01", ""));

        assertThat(of(Problem.STALE))
                .containsExactly(
                        "a.md: raw/papers/p.md was kept later, on 2026-03-01", "b.md: last updated on 2025-02-01");
    }

    @Test
    void namesTwins() {
        note("a.md", "Ferries", "Boats cross the river every day at nine in summer time.");
        note("b.md", "ferries ", "Something else.");
        note("c.md", "C", "Boats cross the river every day at nine in summer time!");
        note("d.md", "D", "Boats cross the river only in winter, when bridges are closed.");

        assertThat(of(Problem.DUPLICATE)).containsExactly("b.md: has the title of a.md", "c.md: says the same as a.md");
    }

    @Test
    void namesSourcesThatAreMissingUnusedOrChanged() {
        String kept = SourceText.render(new WikiSource(Kind.PAPER, "P", "", "text\r\nmore"), NOW);
        sources.put("raw/papers/p.md", kept);
        sources.put("raw/papers/q.md", kept + "edited");
        sources.put("raw/papers/hand.md", "put there by hand");
        pages.add(new WikiPage(
                "a.md",
                "A",
                "c",
                "active",
                List.of("t"),
                List.of("raw/papers/p.md", "raw/papers/z.md"),
                "2026-02-28",
                "2026-03-01",
                ""));

        assertThat(of(Problem.MISSING_SOURCE)).containsExactly("a.md: raw/papers/z.md");
        assertThat(of(Problem.UNUSED_SOURCE))
                .containsExactly("raw/papers/hand.md: no note names it", "raw/papers/q.md: no note names it");
        assertThat(of(Problem.CHANGED_SOURCE)).containsExactly("raw/papers/q.md: its text is not that which was kept");
    }

    @Test
    void namesWhatTheFrontMatterAndTheIndexLack() {
        pages.add(PageText.page("a.md", "# Heading\nbody"));
        note("b.md", "B", "");
        index = "[[b]]";

        assertThat(of(Problem.FRONT_MATTER))
                .first()
                .isEqualTo("a.md: lacks created, updated, type, status, tags, sources");
        assertThat(of(Problem.NOT_INDEXED)).containsExactly("a.md: Heading");
    }

    @Test
    void namesNotesThatHoldPartsTogether() {
        note("a.md", "A", "[[b]]");
        note("b.md", "B", "[[hub]]");
        note("hub.md", "Hub", "[[c]]");
        note("c.md", "C", "[[d]]");
        note("d.md", "D", "");

        assertThat(report().bridges()).containsExactly("hub.md", "b.md", "c.md");
    }

    @Test
    void suggestsLinksBetweenSectionsThatSpeakOfTheSame() {
        note("concepts/a.md", "A", "Isolation of snapshots in Zanzibar clusters");
        note("entities/b.md", "B", "Zanzibar has snapshots");
        note("entities/c.md", "C", "Nothing in common");
        note("concepts/d.md", "D", "Isolation");

        assertThat(report().suggestions())
                .containsExactly(
                        new WikiHealth.Suggestion("concepts/a.md", "entities/b.md", List.of("snapshots", "zanzibar")));
        assertThat(report().questions())
                .contains("How are concepts/a.md and entities/b.md related, which both speak of snapshots, zanzibar?");
    }

    @Test
    void findsNothingInAnEmptyVault() {
        assertThat(report()).isEqualTo(new WikiHealth(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
    }

    private WikiHealth report() {
        SortedMap<String, Instant> modified = new TreeMap<>();
        pages.forEach(page -> modified.put(page.path(), NOW));
        sources.keySet().forEach(path -> modified.put(path, NOW));
        return new HealthCheck(new Vault(pages, sources, modified, index), NOW, 180).report();
    }

    private List<String> of(Problem problem) {
        return report().findings().stream()
                .filter(finding -> finding.problem() == problem)
                .map((Finding finding) -> finding.path() + ": " + finding.detail())
                .toList();
    }

    private void note(String path, String title, String body) {
        pages.add(new WikiPage(
                path, title, "concept", "active", List.of("t"), List.of("talk"), "2026-02-28", "2026-03-01", body));
    }
}
