package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.draft;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ConcurrentStoringTest {

    private static final int THREADS = 8;

    @Test
    void storesOneOfEachKeyFromEightThreads(Database database) throws Exception {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);

        long added = inParallel(i -> () -> store.add(draft("text " + i, MemoryScope.WORKSPACE, "key " + i % 5))
                .added());

        assertThat(added).isEqualTo(5);
        assertThat(store.list(SCOPE, MemoryFilter.active("archive"), PageRequest.first(10))
                        .total())
                .isEqualTo(5);
    }

    @Test
    void losesNoUse(Database database) throws Exception {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        String id = store.add(draft("one")).record().id();

        inParallel(i -> () -> {
            store.used(SCOPE, List.of(id));
            return true;
        });

        assertThat(store.find(SCOPE, id).orElseThrow().uses()).isEqualTo(200);
    }

    private interface Task {
        Callable<Boolean> number(int i);
    }

    private static long inParallel(Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> tasks =
                    IntStream.range(0, 200).mapToObj(task::number).toList();
            long yes = 0;
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                yes += done.get() ? 1 : 0;
            }
            return yes;
        } finally {
            threads.shutdownNow();
        }
    }
}
