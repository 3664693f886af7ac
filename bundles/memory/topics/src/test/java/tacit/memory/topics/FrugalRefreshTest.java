package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.topics.Desk.NOON;
import static tacit.memory.topics.Desk.WS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.TopicPack;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class FrugalRefreshTest {

    private static final String NOTE = ".cowork/bay.md";
    private static final String FERRY = Shelf.FOLDER + "/ferry-times.md";

    @TempDir
    Path temporary;

    private Desk desk;
    private Counted counted;
    private FilePacks packs;

    @BeforeEach
    void open(Database database) {
        desk = new Desk(database, temporary);
        counted = new Counted(desk.files, new TreeMap<>());
        packs = new FilePacks(desk.store, counted, desk.index);
        desk.memory("Ferry times", "The copper ferry leaves at nine");
        desk.note(
                NOTE,
                "# One\n\nThe ferry of the bay\n\n# Two\n\nAnother ferry of the bay\n\n# Three\n\nThe last ferry\n");
        desk.refresh("ferry");
        assertThat(desk.load("bay").get(0).text()).contains("Another ferry", "The last ferry");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void readsEachFileOnceWhereNothingChanged() {
        packs.refresh(WS, "train", 4, NOON);

        assertThat(counted.reads).containsEntry(FERRY, 1).containsEntry(NOTE, 1);
    }

    @Test
    void answersWhatItHasJustWritten() {
        desk.memory("Bus times", "The ferry bus leaves at ten");
        desk.write(NOTE, "Nothing sails here\n");

        assertThat(packs.refresh(WS, "bus", 4, NOON).topics())
                .extracting(TopicPack::title)
                .containsExactly("Bus times");
        assertThat(desk.text(IndexPage.PATH)).contains("Topic files: 2").doesNotContain("bay.md");
    }

    /** Files that count how often each is read. */
    private record Counted(WorkspaceFiles files, Map<String, Integer> reads) implements WorkspaceFiles {

        @Override
        public Optional<String> folder(String workspaceId) {
            return files.folder(workspaceId);
        }

        @Override
        public Optional<WorkspaceFile> read(String workspaceId, String path, int mostBytes) {
            reads.merge(path, 1, Integer::sum);
            return files.read(workspaceId, path, mostBytes);
        }

        @Override
        public List<Entry> list(String workspaceId, String folder, int depth, List<String> skipped) {
            return files.list(workspaceId, folder, depth, skipped);
        }

        @Override
        public boolean replace(String workspaceId, String path, @Nullable String expectedSha256, String text) {
            return files.replace(workspaceId, path, expectedSha256, text);
        }

        @Override
        public boolean delete(String workspaceId, String path, String expectedSha256) {
            return files.delete(workspaceId, path, expectedSha256);
        }
    }
}
