package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.transcripts.Folder.ALONE;
import static tacit.memory.transcripts.Folder.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.recall.CheckpointDraft.Trigger;
import tacit.api.recall.CheckpointReceipt.Status;
import tacit.api.recall.SessionMessage;
import tacit.api.store.Database;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ConcurrentSavesTest {

    @TempDir
    Path temporary;

    private final SqlMemoryStore store;

    ConcurrentSavesTest(Database database) {
        store = new SqlMemoryStore(database, Clock.systemUTC());
    }

    @Test
    void aStateIsNeverHalfOfAnother() throws Exception {
        try (Folder folder = folder()) {
            StoredCheckpoints checkpoints = new StoredCheckpoints(
                    store, folder.files, Configurations.of(StoredCheckpoints.Config.class, Map.of()));
            List<Callable<Status>> saves = IntStream.range(0, 12)
                    .mapToObj(number -> (Callable<Status>) () -> checkpoints
                            .save(States.draft("t1", Trigger.SNAPSHOT, States.state(said(number), "", "")))
                            .status())
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (Future<Status> saved : threads.invokeAll(saves)) {
                    assertThat(saved.get()).isEqualTo(Status.SAVED);
                }
            } finally {
                threads.shutdown();
            }

            assertThat(checkpoints
                            .restore(SCOPE, ALONE, "t1")
                            .orElseThrow()
                            .state()
                            .history())
                    .hasSize(3)
                    .extracting(message -> message.blocks().get(0).text().charAt(0))
                    .containsOnly(first(checkpoints));
        }
    }

    private static char first(StoredCheckpoints checkpoints) {
        return checkpoints
                .restore(SCOPE, ALONE, "t1")
                .orElseThrow()
                .state()
                .history()
                .get(0)
                .blocks()
                .get(0)
                .text()
                .charAt(0);
    }

    /** Long enough for a piece each. */
    private static List<SessionMessage> said(int number) {
        SessionMessage message = SessionMessage.of("user", ((char) ('a' + number) + "bc ").repeat(10_000));
        return List.of(message, message, message);
    }

    private Folder folder() throws IOException {
        return new Folder(temporary, store);
    }
}
