package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.topics.Desk.NOON;
import static tacit.memory.topics.Desk.WS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GatheringTest {

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

    private Gathering gathering(String query) {
        return new Gathering(desk.store, desk.index, WS, query, NOON);
    }

    private List<String> titles(String query, int most) {
        return gathering(query).memories(most).stream()
                .map(memory -> memory.attribute("title").orElse(""))
                .toList();
    }

    private void indexed(MemoryRecord memory) {
        desk.index.put(List.of(document("memory:" + memory.id(), "memory", memory.text(), null, memory.visibility())));
    }

    private static SearchDocument document(String id, String type, String text, @Nullable String path) {
        return document(id, type, text, path, Visibility.SHARED);
    }

    private static SearchDocument document(
            String id, String type, String text, @Nullable String path, Visibility visibility) {
        return new SearchDocument(
                id,
                type,
                WS,
                null,
                "g:" + id,
                0,
                NOON,
                "",
                "",
                text,
                visibility,
                TrustLane.STATEMENT,
                new TreeMap<>(path == null ? Map.of() : Map.of("path", path)));
    }

    @Test
    void findsWhatTheIndexDoesNotKnowYet() {
        desk.memory("New", "The copper ferry");

        assertThat(titles("ferry", 4)).containsExactly("New");
    }

    @Test
    void findsOldMemoriesByTheIndex() {
        indexed(desk.memory("Old", "The copper ferry"));
        for (int i = 0; i < 50; i++) {
            desk.memory("Newer " + i, "Nothing of that kind " + i);
        }

        assertThat(titles("ferry", 4)).containsExactly("Old");
    }

    @Test
    void letsPrivateMemoriesOfTheWorkspaceNeitherInNorTakeThePlaceOfOthers() {
        indexed(desk.memory("Open", "The ferry of the bay"));
        for (int i = 0; i < 50; i++) {
            indexed(desk.memory("archive", "Hidden " + i, "ferry", MemoryScope.WORKSPACE, Visibility.PRIVATE));
        }
        for (int i = 0; i < 50; i++) {
            desk.memory("Newer " + i, "Nothing of that kind " + i);
        }

        assertThat(titles("ferry", 12)).containsExactly("Open");
    }

    @Test
    void asksTheStoreWhetherAMemoryIsThereStill() {
        MemoryRecord gone = desk.memory("Gone", "The copper ferry");
        indexed(gone);
        desk.store.delete(Desk.SCOPE, List.of(gone.id()), false);

        assertThat(titles("ferry", 4)).isEmpty();
    }

    @Test
    void putsWhatHoldsTheMostWordsFirst() {
        desk.memory("One", "The ferry");
        desk.memory("Three", "The copper ferry of the bay");
        desk.memory("Two", "The copper ferry");

        assertThat(titles("bay copper ferry", 4)).containsExactly("Three", "Two", "One");
        assertThat(titles("bay copper ferry", 2)).containsExactly("Three", "Two");
    }

    @Test
    void goesOnWithoutAnIndex() {
        desk.memory("New", "The copper ferry");
        desk.index.close();

        assertThat(titles("ferry", 4)).containsExactly("New");
        assertThat(gathering("ferry").notes(4)).isEmpty();
    }

    @Test
    void takesNotesThatSayWhereTheyStand() {
        desk.index.put(List.of(
                document("n1", "workspace_note", "The copper ferry", ".cowork/bay.md"),
                document("n2", "workspace_note", "The silver ferry", null),
                document("n3", "message", "The golden ferry", ".cowork/bay.md")));

        assertThat(gathering("ferry").notes(4)).extracting(SearchDocument::id).containsExactly("n1");
    }

    @Test
    void makesOneTopicOfOneTitleAndOfOneNoteAndSaysNothingTwice() {
        desk.memory("Ferry", "It leaves at nine");
        desk.memory("ferry ", "It leaves at ten");
        desk.memory("FERRY", "It leaves at nine");
        desk.index.put(List.of(
                document("n1", "workspace_note", "The copper ferry", "a.md"),
                document("n2", "workspace_note", "The silver ferry", "a.md"),
                document("n3", "workspace_note", "The silver ferry", "b.md")));

        List<Topic> topics = Gathering.topics(
                gathering("ferry").memories(4), gathering("ferry").notes(4));

        assertThat(topics).extracting(Topic::source).containsExactly("memory", "a.md", "b.md");
        assertThat(topics.get(0).passages())
                .extracting(Passage::text)
                .containsExactlyInAnyOrder("It leaves at nine", "It leaves at ten");
        assertThat(topics.get(1).passages()).hasSize(2);
        assertThat(topics).extracting(Topic::id).doesNotHaveDuplicates();
    }

    @Test
    void namesAMemoryWithoutATitleAfterItsFirstLine() {
        desk.memory("", "The copper ferry\nleaves at nine");

        assertThat(Gathering.topics(gathering("ferry").memories(4), List.of()))
                .extracting(Topic::title)
                .containsExactly("The copper ferry");
    }
}
