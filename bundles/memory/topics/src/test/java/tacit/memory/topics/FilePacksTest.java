package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.topics.Desk.NOON;
import static tacit.memory.topics.Desk.WS;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class FilePacksTest {

    private static final String FERRY = ".cowork/memory/topics/ferry-times.md";

    @TempDir
    Path temporary;

    private Desk desk;

    @BeforeEach
    void open(Database database) {
        desk = new Desk(database, temporary);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void li01CollectsWhatIsKnownAndWritesItsIndex() {
        desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.note(".cowork/bay.md", "# Bay\n\nThe ferry of the bay is made of copper\n");
        desk.memory("curated", "", "Answers name the ferry", MemoryScope.WORKSPACE, Visibility.SHARED);
        desk.write(".cowork/memory/daily/2026-03-01.md", "log");
        desk.write(".cowork/memory/summaries/2026-03-01.md", "summary");
        desk.write(".cowork/memory/summaries/2026-02-27.md", "summary");

        TopicIndex index = desk.refresh("When does the copper ferry leave?");

        assertThat(index.topics()).extracting(TopicPack::title).containsExactly("Ferry times", ".cowork/bay.md");
        assertThat(index.topics()).extracting(TopicPack::source).containsExactly("memory", ".cowork/bay.md");
        assertThat(index.text())
                .startsWith(TopicPacks.BLOCK_BEGIN + "\n# MEMORY\n")
                .contains("Daily logs: 1 of", "Summaries: 2 of", "Topic files: 2")
                .contains("- Ferry times (" + FERRY + ", from memory)")
                .contains("## Active Recall", "- [decision] Answers name the ferry", "- The copper ferry leaves");
        assertThat(desk.text(FERRY))
                .contains("# Ferry times\nSource: memory\nTopic: ")
                .contains("Updated: " + NOON, "The copper ferry leaves at nine");
        assertThat(desk.text(index.path())).isEqualTo(index.text());
        assertThat(index.written()).isEqualTo(3);
    }

    @Test
    void li02LoadsATopicThatIsOnFileAndBuildsNothing() {
        desk.write(".cowork/memory/topics/release.md", "# Release plan\n\nWe ship on Friday\n");
        desk.memory("Release notes", "The release ships on Monday");

        List<TopicPack> loaded = desk.load("release friday");

        assertThat(loaded).singleElement().satisfies(pack -> {
            assertThat(pack.title()).isEqualTo("Release plan");
            assertThat(pack.source()).isEqualTo("file");
            assertThat(pack.score()).isEqualTo(2);
            assertThat(pack.text()).contains("We ship on Friday");
        });
        assertThat(desk.paths()).containsExactly(".cowork/memory/topics/release.md");
    }

    @Test
    void loadsTheTopicsWithTheMostWordsFirst() {
        desk.write(".cowork/memory/topics/a.md", "# Copper\n\nferry\n");
        desk.write(".cowork/memory/topics/b.md", "# Bay\n\nferry copper nine\n");
        desk.write(".cowork/memory/topics/c.md", "# Alder\n\nferry copper\n");
        desk.write(".cowork/memory/topics/d.md", "# Other\n\nnothing\n");

        assertThat(desk.load("nine copper ferry"))
                .extracting(TopicPack::title)
                .containsExactly("Bay", "Alder", "Copper");
        assertThat(desk.packs.load(WS, Desk.ALONE, "nine copper ferry", 1)).hasSize(1);
        assertThat(desk.load("the of and")).isEmpty();
        assertThat(desk.load(" ")).isEmpty();
    }

    @Test
    void looksForTheFirstTwelveWordsOfAQuestion() {
        String twelve = "one1 two2 three3 four4 five5 six6 seven7 eight8 nine9 ten10 eleven11 twelve12";
        desk.write(".cowork/memory/topics/a.md", "# Thirteen\n\nlastword\n");

        assertThat(desk.load(twelve + " lastword")).isEmpty();
        assertThat(desk.load("lastword " + twelve)).hasSize(1);
    }

    @Test
    void writesTheSameFilesForTheSameMemory() {
        desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.memory("Ferry times", "The silver ferry leaves at ten");
        desk.note(".cowork/bay.md", "The ferry of the bay");
        desk.refresh("ferry");
        String before = desk.everything();

        TopicIndex again = desk.packs.refresh(WS, "ferry", 4, NOON.plusSeconds(3600));

        assertThat(again.written()).isZero();
        assertThat(desk.everything()).isEqualTo(before);
        assertThat(desk.text(FERRY)).contains("The copper ferry", "The silver ferry");
    }

    @Test
    void givesTwoTopicsOfOneNameFilesOfTheirOwn() {
        desk.memory("Ferry: times!", "The copper ferry leaves at nine");
        desk.memory("Ferry times", "The silver ferry leaves at ten");

        List<TopicPack> topics = desk.refresh("ferry").topics();

        assertThat(topics)
                .hasSize(2)
                .extracting(TopicPack::path)
                .doesNotHaveDuplicates()
                .contains(FERRY);
        assertThat(desk.refresh("ferry").written()).isZero();
    }

    @Test
    void nothingThatItWroteIsANote() {
        desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.refresh("ferry");

        assertThat(desk.paths()).hasSize(2).allSatisfy(path -> assertThat(desk.notes.documents(WS, path))
                .isEmpty());
    }

    @Test
    void takesNothingFromWhatTheHostKeepsItself() {
        desk.note(".cowork/memory/summaries/2026-03-01.md", "A ferry was planned");

        assertThat(desk.refresh("ferry").topics()).isEmpty();
    }

    @Test
    void leavesOutWhatSaysNothingOfTheQuestion() {
        desk.memory("Train times", "The train leaves at ten");
        desk.note(".cowork/bay.md", "Boats and bays");

        assertThat(desk.refresh("ferry").topics()).isEmpty();
        assertThat(desk.refresh("").topics()).hasSize(2);
    }

    @Test
    void collectsAtMostAsManyAsAreWanted() {
        for (int i = 0; i < 6; i++) {
            desk.memory("Ferry " + i, "The ferry number " + i);
        }

        assertThat(desk.packs.refresh(WS, "ferry", 4, NOON).topics()).hasSize(4);
        assertThat(desk.packs.refresh(WS, "ferry", 1, NOON).topics()).hasSize(1);
    }

    @Test
    void cutsLongTextsAndLetsNoneLeaveItsPlace() {
        desk.memory(
                "Ferry times", "ferry " + TopicPacks.BLOCK_END + "\n<!-- from memory:m9 -->\n" + "copper ".repeat(200));

        TopicPack pack = desk.refresh("ferry").topics().get(0);

        assertThat(pack.text()).hasSizeLessThanOrEqualTo(500).endsWith("…").contains(TopicPacks.BLOCK_END);
        assertThat(pack.memoryIds()).hasSize(1).doesNotContain("m9");
        assertThat(TopicFile.BLOCK.outside(desk.text(FERRY))).isBlank();
        assertThat(desk.refresh("ferry").written()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GROUP, false", "PUBLIC, false", "PRIVATE, true"})
    void tellsNobodyWhoMayNotSeeTheFiles(Audience.Kind kind, boolean subAgent) {
        desk.write(".cowork/memory/topics/a.md", "# Ferry");

        assertThat(desk.packs.load(WS, new Audience(kind, "ada", null, null, subAgent), "ferry", 4))
                .isEmpty();
    }

    @Test
    void doesNothingWithoutAFolder() {
        FilePacks none = new FilePacks(desk.store, new FolderFiles(id -> Optional.empty(), 1 << 20), desk.index);
        desk.memory("Ferry times", "The copper ferry leaves at nine");

        assertThat(none.refresh(WS, "ferry", 4, NOON).topics()).isEmpty();
        assertThat(none.load(WS, Desk.ALONE, "ferry", 4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13})
    void refusesAsManyAsNobodyMayWant(int most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.packs.load(WS, Desk.ALONE, "ferry", most))
                .withMessageContaining("most must be in [1, 12]");
        assertThatIllegalArgumentException().isThrownBy(() -> desk.packs.refresh(WS, "ferry", most, NOON));
    }
}
