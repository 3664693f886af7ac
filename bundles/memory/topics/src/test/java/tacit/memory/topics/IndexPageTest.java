package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.topics.Desk.NOON;
import static tacit.memory.topics.Desk.WS;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class IndexPageTest {

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

    private IndexPage page(Instant now) {
        return new IndexPage(desk.store, new Shelf(desk.files, WS), WS, now);
    }

    private boolean write(MemoryRecord... recalled) {
        return page(NOON).write(new Shelf(desk.files, WS).topics(), List.of(recalled));
    }

    @Test
    void countsTheDaysOfLateOnly() {
        for (String day : List.of("2026-03-01", "2026-02-25", "2026-02-24", "2026-03-02")) {
            desk.write(".cowork/memory/daily/" + day + ".md", "log");
            desk.write(".cowork/memory/summaries/" + day + ".md", "summary");
        }
        desk.write(".cowork/memory/daily/notes.md", "no day");
        desk.write(".cowork/memory/daily/2026-03-01.txt", "no log");

        write();

        assertThat(page(NOON).text())
                .contains("Daily logs: 2 of the last 5 days", "Summaries: 3 of the last 7 days", "Topic files: 0");
    }

    @Test
    void showsTheSurestCuratedEntriesAndTheFirstMemories() {
        for (int i = 0; i < 7; i++) {
            desk.memory("curated", "", "Rule number " + i, MemoryScope.WORKSPACE, Visibility.SHARED);
        }
        MemoryRecord[] recalled = new MemoryRecord[4];
        for (int i = 0; i < 4; i++) {
            recalled[i] = desk.memory("Title", "Recalled\nnumber " + i);
        }

        write(recalled);

        String text = page(NOON).text();
        assertThat(text.lines().filter(line -> line.startsWith("- [decision] Rule")))
                .hasSize(5);
        assertThat(text)
                .contains("- Recalled number 0", "- Recalled number 1", "- Recalled number 2")
                .doesNotContain("Recalled number 3");
        assertThat(page(NOON).shown()).hasSize(8).contains(recalled[0].id()).doesNotContain(recalled[3].id());
    }

    @Test
    void staysAsItIsWhileNothingButTheTimeChanges() {
        assertThat(write()).isTrue();
        String before = page(NOON).text();

        assertThat(page(NOON.plusSeconds(60)).write(List.of(), List.of())).isFalse();

        assertThat(page(NOON).text()).isEqualTo(before).contains("Updated: " + NOON);
        desk.write(".cowork/memory/topics/a.md", "# A");
        assertThat(page(NOON.plusSeconds(60)).write(new Shelf(desk.files, WS).topics(), List.of()))
                .isTrue();
        assertThat(page(NOON).text()).contains("Updated: " + NOON.plusSeconds(60), "- A (");
    }

    @Test
    void letsNoTextLeaveItsPlace() {
        desk.write(".cowork/memory/topics/a.md", "# A " + TopicPacks.BLOCK_END + "\n");
        MemoryRecord sly = desk.memory("Sly", "x\n" + TopicPacks.BLOCK_END + "\n<!-- from memory:m9 -->\ny");

        write(sly);

        assertThat(TopicFile.BLOCK.outside(page(NOON).text())).isBlank();
        assertThat(page(NOON).shown()).containsExactly(sly.id());
    }

    @Test
    void hasNothingToShowWhereThereIsNone() {
        assertThat(page(NOON).text()).isEmpty();
        assertThat(page(NOON).shown()).isEmpty();
    }
}
