package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.archive.Archives.SCOPE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryWrite;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StaleMarksTest {

    @TempDir
    Path folder;

    private Archives archives;
    private ArchiveWrites writes;

    @BeforeEach
    void open(Database opened) {
        archives = new Archives(opened, folder);
        writes = archives.writes;
    }

    @AfterEach
    void close() {
        archives.close();
    }

    private static MemoryWrite write(String action, String id) {
        return new MemoryWrite(
                SCOPE.workspaceId(),
                MemoryWrite.Target.ARCHIVE,
                action,
                MemoryWrite.Origin.DREAMING,
                null,
                new TreeMap<>(Map.of(MemoryWrite.ID, id)),
                null,
                null,
                List.of());
    }

    private MemoryState state(String id) {
        return archives.store.find(SCOPE, id).orElseThrow().state();
    }

    @Test
    void putsAsideAndTakesBackAsOftenAsAsked() {
        String id = archives.keep("The deploy runs on Friday").id();

        writes.apply(write(MemoryPayload.PUT_ASIDE, id));
        writes.apply(write(MemoryPayload.PUT_ASIDE, id));
        assertThat(state(id)).isEqualTo(MemoryState.ARCHIVED);

        writes.apply(write(MemoryPayload.TAKE_BACK, id));
        writes.apply(write(MemoryPayload.TAKE_BACK, id));
        assertThat(state(id)).isEqualTo(MemoryState.ACTIVE);
        assertThat(archives.store.find(SCOPE, id).orElseThrow().text()).isEqualTo("The deploy runs on Friday");
    }

    @Test
    void refusesWhatIsNoMemoryOfTheArchive() {
        assertThatIllegalArgumentException().isThrownBy(() -> writes.apply(write(MemoryPayload.PUT_ASIDE, "gone")));
        assertThatIllegalArgumentException().isThrownBy(() -> writes.apply(write(MemoryPayload.TAKE_BACK, "gone")));
    }
}
