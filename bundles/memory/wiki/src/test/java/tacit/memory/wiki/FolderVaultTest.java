package tacit.memory.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.WikiHealth.Problem;
import tacit.api.memory.WikiHit;
import tacit.api.memory.WikiPage;
import tacit.api.memory.WikiSource;
import tacit.api.memory.WikiSource.Kind;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;

/** A vault in a real folder. */
final class FolderVaultTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final WikiSource FERRY = new WikiSource(
            Kind.ARTICLE, "Ferries of the Tagus", "https://example.org/f", "Boats leave at nine.\n---\nDaily.");

    @TempDir
    private Path folder;

    private FolderVault vault;

    @BeforeEach
    void open() {
        vault = new FolderVault(FolderFiles.of(folder), config("research/wiki", 64 * 1024, 180));
    }

    @Test
    void laysOutAVaultOnce() throws IOException {
        assertThat(vault.init("w", NOW))
                .containsExactly(
                        "research/wiki/SCHEMA.md",
                        "research/wiki/index.md",
                        "research/wiki/log.md",
                        "research/wiki/inbox.md");
        Files.writeString(wiki("inbox.md"), "mine");

        assertThat(vault.init("w", NOW)).isEmpty();
        assertThat(wiki("inbox.md")).hasContent("mine");
    }

    @Test
    void keepsASourceAsItCame() throws IOException {
        vault.init("w", NOW);

        String path = vault.ingest("w", FERRY, NOW);

        assertThat(path).matches("research/wiki/raw/articles/ferries-of-the-tagus-[0-9a-f]{8}\\.md");
        assertThat(folder.resolve(path))
                .content()
                .endsWith("\n---\n" + FERRY.text())
                .contains("captured: 2026-03-01");
        assertThat(Files.readString(wiki("inbox.md"))).contains("- [ ] Ferries of the Tagus: raw/articles/");
        assertThat(Files.readString(wiki("log.md"))).contains("2026-03-01 kept raw/articles/");
    }

    @Test
    void keepsTheSameTextOnce() throws IOException {
        vault.init("w", NOW);
        String first = vault.ingest("w", FERRY, NOW);
        String inbox = Files.readString(wiki("inbox.md"));

        assertThat(vault.ingest("w", FERRY, NOW.plusSeconds(90_000))).isEqualTo(first);
        assertThat(folder.resolve(first)).content().contains("captured: 2026-03-01");
        assertThat(Files.readString(wiki("inbox.md"))).isEqualTo(inbox);
    }

    @Test
    void keepsAnotherTextOfThatTitleBesideIt() {
        vault.init("w", NOW);
        String first = vault.ingest("w", FERRY, NOW);

        String second = vault.ingest("w", new WikiSource(Kind.ARTICLE, FERRY.title(), "", "Boats leave at ten."), NOW);

        assertThat(second).isNotEqualTo(first);
        assertThat(folder.resolve(first)).content().contains("at nine");
    }

    @Test
    void refusesWhatHasNoTextAndAWorkspaceWithoutAVault() {
        assertThatThrownBy(() -> vault.ingest("w", FERRY, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no vault in research/wiki");
        vault.init("w", NOW);
        assertThatThrownBy(() -> vault.ingest("w", new WikiSource(Kind.PAPER, "Empty", "", " \n"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Empty' has no text");
    }

    @Test
    void writesANoteWithItsDaysAndListsIt() throws IOException {
        vault.init("w", NOW);
        String source = vault.ingest("w", FERRY, NOW).substring("research/wiki/".length());

        vault.write("w", page("concepts/ferries.md", "Ferries", List.of(source), "They cross the [[tagus]]."), NOW);
        WikiPage later = vault.write(
                "w", page("concepts/ferries.md", "Ferries", List.of(source), "New."), NOW.plusSeconds(86_400));

        assertThat(later.created()).isEqualTo("2026-03-01");
        assertThat(later.updated()).isEqualTo("2026-03-02");
        assertThat(PageText.page("concepts/ferries.md", Files.readString(wiki("concepts/ferries.md"))))
                .isEqualTo(later);
        assertThat(Files.readString(wiki("index.md"))).contains("- [[concepts/ferries|Ferries]]");
    }

    @Test
    void refusesANoteInPlaceOfASourceOrWithoutIts() {
        vault.init("w", NOW);
        assertThatThrownBy(() -> vault.write("w", page("raw/articles/x.md", "X", List.of(), "x"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no path of a note");
        assertThatThrownBy(() -> vault.write("w", page("log.md", "X", List.of(), "x"), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.write("w", page("../../x.md", "X", List.of(), "x"), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.write("w", page("concepts/x.md", "X", List.of("raw/papers/no.md"), "x"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raw/papers/no.md is not kept");
    }

    @Test
    void keepsWhatPeopleWroteAroundTheList() throws IOException {
        vault.init("w", NOW);
        Files.writeString(
                wiki("index.md"), "# Mine\n\nBegin here.\n" + Files.readString(wiki("index.md")) + "\nEnd.\n");
        vault.write("w", page("entities/tagus.md", "The $1 river", List.of(), "Water."), NOW);

        String index = Files.readString(wiki("index.md"));
        assertThat(index)
                .startsWith("# Mine\n\nBegin here.\n")
                .endsWith("\nEnd.\n")
                .contains("|The $1 river]]");
        assertThat(vault.refresh("w", NOW)).isFalse();
    }

    @Test
    void findsByTitleBeforeBody() {
        vault.init("w", NOW);
        vault.write("w", page("concepts/boats.md", "Boats", List.of(), "A harbour has harbour walls."), NOW);
        vault.write("w", page("concepts/port.md", "The harbour", List.of(), "Stone."), NOW);
        vault.ingest("w", FERRY, NOW);

        assertThat(vault.search("w", "harbour", 5))
                .extracting(WikiHit::path)
                .containsExactly("concepts/port.md", "concepts/boats.md");
        assertThat(vault.search("w", "harbour", 5).get(0).score()).isEqualTo(8.0);
        assertThat(vault.search("w", "nine", 5)).hasSize(1);
        assertThat(vault.search("w", "submarine", 5)).isEmpty();
    }

    @Test
    void reportsTheSameOfTheSameVault() {
        vault.init("w", NOW);
        vault.write("w", page("concepts/a.md", "A", List.of(), "See [[nowhere]]."), NOW);

        assertThat(vault.health("w", NOW)).isEqualTo(vault.health("w", NOW));
        assertThat(vault.health("w", NOW).findings())
                .anyMatch(finding -> finding.problem() == Problem.BROKEN_LINK
                        && finding.detail().equals("nowhere"));
    }

    @Test
    void refusesSettingsThatCannotHold() {
        assertThatThrownBy(() -> new FolderVault(FolderFiles.of(folder), config("/wiki", 4096, 10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FolderVault(FolderFiles.of(folder), config("wiki", 10, 10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FolderVault(FolderFiles.of(folder), config("wiki", 4096, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotCutAFileThatIsTooLongToEdit() throws IOException {
        FolderVault narrow = new FolderVault(FolderFiles.of(folder), config("research/wiki", 1024, 180));
        narrow.init("w", NOW);
        Files.writeString(wiki("log.md"), "x".repeat(2000));

        assertThatThrownBy(() -> narrow.ingest("w", FERRY, NOW)).hasMessageContaining("more than 1024 bytes");
        assertThat(Files.size(wiki("log.md"))).isEqualTo(2000);
    }

    private Path wiki(String path) {
        return folder.resolve("research/wiki").resolve(path);
    }

    private static WikiPage page(String path, String title, List<String> sources, String body) {
        return new WikiPage(path, title, "concept", "active", List.of("sea"), sources, null, null, body);
    }

    private static FolderVault.Config config(String folder, int longest, int staleDays) {
        return Configurations.of(
                FolderVault.Config.class, Map.of("folder", folder, "longest", longest, "staleDays", staleDays));
    }
}
