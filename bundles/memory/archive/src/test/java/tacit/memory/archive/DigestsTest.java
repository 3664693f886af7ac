package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.archive.Archives.SCOPE;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** Takes captures away while they are summed up. */
@EachDatabase
class DigestsTest {

    @TempDir
    Path folder;

    private Archives archives;
    private List<MemoryRecord> sources;

    @BeforeEach
    void open(Database database) {
        archives = new Archives(database, folder);
        sources = IntStream.range(0, 3)
                .mapToObj(
                        i -> archives.keep(ArchiveType.DECISION, "task-1", "Choice " + i + " " + "because ".repeat(60)))
                .toList();
    }

    @AfterEach
    void close() {
        archives.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"findAll", "add"})
    void quotesNothingThatWasDeletedMeanwhile(String during) {
        digest(during, () -> {
            MemoryRecord gone = archives.now(sources.get(1));
            archives.store.delete(SCOPE, List.of(gone.id()), false);
            archives.writes.removed(List.of(gone));
        });

        assertOnlyTheOthersAreSummedUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"findAll", "add", "change"})
    void quotesNothingThatWasHiddenMeanwhile(String during) {
        digest(
                during,
                () -> archives.observations.suppress(SCOPE, sources.get(1).id()));

        assertOnlyTheOthersAreSummedUp();
    }

    @Test
    void leavesASingleOneThatRemainsWaiting() {
        digest(
                "findAll",
                () -> archives.store.delete(
                        SCOPE, List.of(sources.get(0).id(), sources.get(1).id()), false));

        assertThat(archives.all(SCOPE)).singleElement().satisfies(left -> assertThat(left.attribute(Fields.DIGEST))
                .contains(Fields.WAITING));
    }

    private void assertOnlyTheOthersAreSummedUp() {
        archives.upkeep.digest(SCOPE);

        assertThat(archives.all(SCOPE).stream().filter(record -> record.kind().equals("summary")))
                .singleElement()
                .satisfies(digest -> assertThat(digest.text())
                        .contains("Choice 0", "Choice 2")
                        .doesNotContain("Choice 1"));
    }

    /** Something happens right before the store is first asked for a method. */
    private void digest(String method, Runnable meanwhile) {
        AtomicBoolean happened = new AtomicBoolean();
        MemoryStore store = (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (self, called, arguments) -> {
                    if (called.getName().equals(method) && happened.compareAndSet(false, true)) {
                        meanwhile.run();
                    }
                    try {
                        return called.invoke(archives.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });

        new Digests(store, new Shelf(store, true)).pass(SCOPE);

        assertThat(happened).isTrue();
    }
}
