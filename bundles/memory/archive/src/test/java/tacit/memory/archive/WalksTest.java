package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.archive.Archives.EVIDENCE;
import static tacit.memory.archive.Archives.SCOPE;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.ArchiveTiers;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.ObservationBackfill;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** An archive of more than one step, in which something happens between the first step and the second. */
@EachDatabase
class WalksTest {

    private static final int MEMORIES = 210;

    @TempDir
    Path folder;

    private final List<String> ids = new ArrayList<>();
    private Archives archives;

    @BeforeEach
    void fill(Database database) {
        archives = new Archives(database, folder);
        for (int i = 0; i < MEMORIES; i++) {
            ids.add(add("entry " + i));
        }
    }

    @AfterEach
    void close() {
        archives.close();
    }

    @Test
    void takesEachApartAlthoughNewerOnesGo() {
        MemoryStore store = between(() -> archives.store.delete(SCOPE, ids.subList(100, 120), false));

        ObservationBackfill done = new Backfilling(new Shelf(store, true)).run(SCOPE, false);

        assertThat(done.pending()).isZero();
        assertThat(new Shelf(archives.store, true).each(SCOPE, MemoryFilter.of(Fields.LAYER)))
                .hasSize(MEMORIES - 20)
                .allMatch(Sidecar::has);
    }

    @Test
    void countsEachOnceAlthoughOthersCome() {
        MemoryStore store = between(() -> {
            for (int i = 0; i < 20; i++) {
                add("late " + i);
            }
        });

        ArchiveTiers tiers = new Tiering(store, new Shelf(store, true)).pass(SCOPE, archives.clock.instant());

        assertThat(tiers).isEqualTo(new ArchiveTiers(0, 0, MEMORIES, 0, 0));
    }

    @Test
    void meetsEachOnceAlthoughItsStateChanges() {
        MemoryStore store = between(() -> ids.subList(0, 150)
                .forEach(id -> Tiering.putAside(
                        archives.store, SCOPE, id, RetentionPlan.Reason.UNUSED, archives.clock.instant())));

        assertThat(new Shelf(store, true).eachOwn(SCOPE, MemoryFilter.of(Fields.LAYER)))
                .extracting(MemoryRecord::id)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private String add(String text) {
        return archives.store
                .add(new MemoryDraft(
                        "w1",
                        Fields.LAYER,
                        "observation",
                        "",
                        text,
                        MemoryScope.WORKSPACE,
                        Visibility.SHARED,
                        TrustLane.INFERENCE,
                        EVIDENCE,
                        1,
                        null,
                        null,
                        null,
                        new TreeMap<>()))
                .record()
                .id();
    }

    /** The store, in which something happens right before the second step over it. */
    private MemoryStore between(Runnable meanwhile) {
        AtomicInteger steps = new AtomicInteger();
        return (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (self, called, arguments) -> {
                    if (called.getName().equals("walk") && steps.incrementAndGet() == 2) {
                        meanwhile.run();
                    }
                    try {
                        return called.invoke(archives.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
