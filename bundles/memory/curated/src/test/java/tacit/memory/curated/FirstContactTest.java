package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MigrationReport;
import tacit.api.memory.MigrationReport.Status;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class FirstContactTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    @TempDir
    Path folder;

    private Database database;
    private Fixture fixture;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        fixture = ForeignBlocks.laidInto(new Fixture(opened, folder, "off"));
    }

    private MigrationReport migrate(boolean dryRun) {
        return ForeignBlocks.migrate(fixture, dryRun);
    }

    @Test
    void bringsNothingBackThatWasRemovedOrForgottenSince() {
        migrate(false);
        Set<String> before = ids();
        fixture.remove(Target.USER, "Goes by Ana");
        fixture.store.delete(SCOPE, List.of(entry("Likes short replies").id()), false);

        MigrationReport again = migrate(false);

        assertThat(again.status()).isEqualTo(Status.DONE_BEFORE);
        assertThat(fixture.texts(Target.USER)).containsExactly("Likes tea without a kind");
        assertThat(before).containsAll(ids());
    }

    @Test
    void goesOnWhereItBrokeOff() {
        BlockMigration first =
                new BlockMigration(breakingAfter(2, fixture.store), fixture.files, fixture.gate, Clock.systemUTC());
        assertThatIllegalStateException()
                .isThrownBy(() -> first.migrate("default", false))
                .withMessage("The power is off");
        assertThat(all("curated")).hasSize(2);
        Set<String> before = ids();
        fixture.store.change(
                SCOPE, entry("Likes short replies").id(), MemoryChange.NONE.withState(MemoryState.ARCHIVED));

        MigrationReport second = migrate(false);

        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(second.known()).isEqualTo(2);
        assertThat(second.added()).isEqualTo(2);
        assertThat(ids()).containsAll(before).hasSize(4);
        assertThat(fixture.texts(Target.USER)).doesNotContain("Likes short replies");
    }

    @Test
    void makesOneEntryOfALineForTwoHostsAtOnce() {
        List<Fixture> hosts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            hosts.add(new Fixture(database, folder, "off"));
        }
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<MigrationReport>> running = hosts.stream()
                .map(host -> CompletableFuture.supplyAsync(() -> {
                    await(go);
                    return ForeignBlocks.migration(host).migrate("default", false);
                }))
                .toList();
        go.countDown();
        running.forEach(CompletableFuture::join);

        assertThat(all("curated")).hasSize(4);
        assertThat(all(Takeover.LONG)).hasSize(1);
        assertThat(all("settings")).hasSize(1);
    }

    @Test
    void takesOverBeforeTheFirstEditWritesTheFile() {
        String own =
                "<!-- tacit:curated-memory:begin -->\n- preference: Of another host\n<!-- tacit:curated-memory:end -->\n";
        fixture.write(Target.USER, own);

        fixture.add(Target.USER, null, "Likes milk");

        assertThat(fixture.texts(Target.USER)).containsExactlyInAnyOrder("Of another host", "Likes milk");
        assertThat(fixture.file(Target.USER)).contains("- preference: Of another host\n", "- preference: Likes milk\n");
    }

    @Test
    void addsNothingTwiceWhereTheContactCannotBeNoted() {
        MemoryStore forgetful = refusingMarks(fixture.store);
        for (int i = 0; i < 2; i++) {
            MigrationReport report = new BlockMigration(forgetful, fixture.files, fixture.gate, Clock.systemUTC())
                    .migrate("default", false);
            assertThat(report.status()).isEqualTo(Status.DONE);
            assertThat(report.remarks()).contains("It is looked at again the next time: It has no evidence");
        }

        assertThat(all("curated")).hasSize(4);
        assertThat(all("settings")).isEmpty();
    }

    private static MemoryStore refusingMarks(MemoryStore store) {
        return (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("add")
                            && ((MemoryDraft) arguments[0]).layer().equals("settings")) {
                        throw new IllegalArgumentException("It has no evidence");
                    }
                    return method.invoke(store, arguments);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemoryStore breakingAfter(int memories, MemoryStore store) {
        AtomicInteger left = new AtomicInteger(memories);
        return (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("add") && left.getAndDecrement() == 0) {
                        throw new IllegalStateException("The power is off");
                    }
                    return method.invoke(store, arguments);
                });
    }

    private MemoryRecord entry(String text) {
        return ForeignBlocks.entry(fixture, text);
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        all("curated").forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    private List<MemoryRecord> all(String layer) {
        return ForeignBlocks.all(fixture, layer);
    }
}
