package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.topics.Desk.NOON;
import static tacit.memory.topics.Desk.SCOPE;
import static tacit.memory.topics.Desk.WS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class UpkeepTest {

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

    private void says(MemoryRecord memory, String text) {
        desk.store.change(SCOPE, memory.id(), MemoryChange.NONE.withText(text, null));
    }

    @Test
    void keepsTopicsOfEarlierQuestionsAsLongAsTheyAreTrue() {
        MemoryRecord ferry = desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.memory("Train times", "The train leaves at ten");
        desk.note(".cowork/bay.md", "The ferry of the bay");
        desk.refresh("ferry");
        desk.refresh("train");
        assertThat(desk.load("ferry")).hasSize(2);

        says(ferry, "The copper ferry leaves at eleven");
        desk.write(".cowork/bay.md", "Nothing sails here any more");
        desk.refresh("train");

        assertThat(desk.load("ferry")).singleElement().satisfies(pack -> assertThat(pack.text())
                .isEqualTo("The copper ferry leaves at eleven"));
        assertThat(desk.paths()).hasSize(3).noneMatch(path -> path.contains("bay"));
    }

    @Test
    void keepsWhatANoteStillSaysWhereverItStands() {
        desk.note(".cowork/bay.md", "The ferry\nof   the bay\n");
        desk.memory("Train times", "The train leaves at ten");
        desk.refresh("ferry");

        desk.write(".cowork/bay.md", "# New heading\n\nThe ferry of\nthe bay\n");
        desk.refresh("train");

        assertThat(desk.load("ferry")).hasSize(1);
    }

    @Test
    void neverChangesWhatAPersonWrote() {
        desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.write(FERRY, "# Ferry times\n\nMine alone\n");
        desk.write(".cowork/memory/MEMORY.md", "# My memory\n\nMine too");

        TopicIndex index = desk.refresh("ferry");

        assertThat(desk.text(FERRY)).isEqualTo("# Ferry times\n\nMine alone\n");
        assertThat(index.topics()).singleElement().satisfies(pack -> {
            assertThat(pack.path()).matches(".cowork/memory/topics/ferry-times-[0-9a-f]{8}\\.md");
            assertThat(pack.text()).isEqualTo("The copper ferry leaves at nine");
        });
        assertThat(index.text())
                .startsWith("# My memory\n\nMine too\n\n" + TopicPacks.BLOCK_BEGIN)
                .contains("Topic files: 2");
    }

    @Test
    void keepsWhatAPersonAddedToATopic() {
        MemoryRecord ferry = desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.refresh("ferry");
        desk.write(FERRY, "Before\n" + desk.text(FERRY) + "Behind: API_KEY=swordfish123\n");
        says(ferry, "The copper ferry sank");

        desk.refresh("ferry");

        assertThat(desk.text(FERRY))
                .startsWith("Before\n")
                .endsWith("Behind: API_KEY=swordfish123\n")
                .contains("sank");
        assertThat(desk.load("ferry").get(0).text()).contains("sank", "Before").doesNotContain("swordfish123");
    }

    @Test
    void leavesAPersonsWordsWhereItsOwnGo() {
        MemoryRecord ferry = desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.refresh("ferry");
        desk.write(FERRY, "Before\n" + desk.text(FERRY) + "Behind\n");
        desk.store.delete(SCOPE, List.of(ferry.id()), false);

        desk.refresh("ferry");

        assertThat(desk.text(FERRY)).isEqualTo("Before\n\nBehind\n");
    }

    @Test
    void holdsNothingThatIsNotForEverybody() {
        desk.memory("archive", "Ferry of Ada", "Ada takes the ferry", MemoryScope.ofUser("ada"), Visibility.PRIVATE);
        desk.memory("archive", "Ferry shared", "Ada shares the ferry", MemoryScope.ofUser("ada"), Visibility.SHARED);
        desk.memory("archive", "Ferry secret", "A hidden ferry", MemoryScope.WORKSPACE, Visibility.PRIVATE);
        desk.memory("profile", "Ferry profile", "Likes the ferry", MemoryScope.WORKSPACE, Visibility.SHARED);
        desk.memory("curated", "", "Ada likes the ferry", MemoryScope.ofUser("ada"), Visibility.SHARED);
        MemoryRecord ignored = desk.memory("Ferry ignored", "An ignored ferry");
        MemoryRecord suppressed = desk.memory("Ferry suppressed", "A suppressed ferry");
        mark(ignored, "recall.ignored", "true");
        mark(suppressed, "privacy", "suppressed");

        TopicIndex index = desk.refresh("ferry");

        assertThat(index.topics()).isEmpty();
        assertThat(desk.everything()).contains("Topic files: 0").doesNotContain("ferry");
    }

    private void mark(MemoryRecord memory, String name, String value) {
        desk.store.change(SCOPE, memory.id(), MemoryChange.NONE.withAttributes(new TreeMap<>(Map.of(name, value))));
    }

    @Test
    void keepsOnlySoManyTopics() {
        for (int i = 0; i <= Upkeep.MOST_TOPICS; i++) {
            desk.write(
                    ".cowork/memory/topics/old-" + i + ".md",
                    TopicFile.BLOCK.with(
                            "",
                            Topic.of(
                                            "Old " + i,
                                            "memory",
                                            NOON.minusSeconds(1000 - i),
                                            List.of(Passage.ofNote(".cowork/old.md", "Old words")))
                                    .lines()));
        }
        desk.note(".cowork/old.md", "Old words");
        desk.memory("Ferry times", "The copper ferry leaves at nine");

        desk.packs.refresh(WS, "ferry", 1, NOON);

        assertThat(desk.paths())
                .hasSize(Upkeep.MOST_TOPICS + 1)
                .contains(FERRY)
                .noneMatch(path -> path.endsWith("/old-0.md") || path.endsWith("/old-1.md"));
    }

    @Test
    void leavesAFileThatIsNoTextAlone() throws IOException {
        desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.refresh("ferry");
        byte[] latin = (desk.text(FERRY) + "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(desk.root.resolve(FERRY), latin);

        desk.memory("Ferry times", "The silver ferry leaves at ten");
        desk.refresh("ferry");

        assertThat(Files.readAllBytes(desk.root.resolve(FERRY))).isEqualTo(latin);
    }

    @Test
    void passesOverPathsThatSomebodyWroteIntoAFile() {
        Topic forged = Topic.of("Forged", "memory", NOON, List.of(new Passage("note:../../etc/passwd", "root")));
        desk.write(".cowork/memory/topics/forged.md", TopicFile.BLOCK.with("", forged.lines()));

        desk.refresh("ferry");

        assertThat(desk.paths()).noneMatch(path -> path.contains("forged"));
    }
}
