package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.curated.Fixture.SCOPE;
import static tacit.memory.curated.Fixture.request;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.CurationResult.Status;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StagedEditsTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open(Database opened) {
        database = opened;
    }

    @Test
    void wg09DoesADistilledUpsertThatWaited() {
        Fixture fixture = new Fixture(database, folder, "background_only");
        CurationResult staged = fixture.curated.upsert(
                request(
                        "default",
                        null,
                        Action.ADD,
                        Target.WORKSPACE,
                        "constraint",
                        null,
                        "No deploys after four",
                        null,
                        Origin.DISTILL),
                0.78);

        assertThat(staged.status()).isEqualTo(Status.STAGED);
        assertThat(fixture.texts(null)).isEmpty();
        PendingWrite applied = fixture.gate.approve(SCOPE, pending(staged), "bob", null);

        assertThat(applied.status()).as(applied.resolution()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(fixture.curated.list(SCOPE, null, null, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("No deploys after four");
            assertThat(entry.kind()).isEqualTo("constraint");
            assertThat(entry.confidence()).isEqualTo(0.78);
        });
        assertThat(fixture.file(Target.WORKSPACE)).contains("- Constraint: No deploys after four");
    }

    @Test
    void wg02StagesAnAddAndChangesNothing() {
        Fixture fixture = new Fixture(database, folder, "curated_only");

        CurationResult staged = fixture.add(Target.USER, null, "Likes tea");

        assertThat(staged.status()).isEqualTo(Status.STAGED);
        assertThat(fixture.gate
                        .find(SCOPE, pending(staged))
                        .orElseThrow()
                        .write()
                        .payload())
                .containsEntry(MemoryWrite.CONTENT, "Likes tea");
        assertThat(fixture.texts(null)).isEmpty();
        assertThat(folder.resolve(".cowork")).doesNotExist();
    }

    @Test
    void doesAReplacementOfTheEntryThatWasMeantWhenItWasProposed() {
        MemoryRecord entry = Objects.requireNonNull(new Fixture(database, folder, "off")
                .add(Target.WORKSPACE, null, "Alpha plan")
                .entry());
        Fixture fixture = new Fixture(database, folder, "all");

        CurationResult staged =
                fixture.curated.curate(request(Action.REPLACE, Target.WORKSPACE, null, null, "Gamma plan", "alpha"));
        PendingWrite waiting = fixture.gate.find(SCOPE, pending(staged)).orElseThrow();
        fixture.gate.approveEdited(SCOPE, waiting.id(), "Delta plan", "bob", null);

        assertThat(waiting.write().oldValue()).isEqualTo("Alpha plan");
        assertThat(waiting.write().payload()).containsEntry(MemoryWrite.ID, entry.id());
        assertThat(fixture.store.find(SCOPE, entry.id()).map(MemoryRecord::text))
                .contains("Delta plan");
    }

    @Test
    void saysWhyAnApprovedEditCouldNotBeDone() {
        MemoryRecord entry = Objects.requireNonNull(new Fixture(database, folder, "off")
                .add(Target.WORKSPACE, null, "Alpha plan")
                .entry());
        Fixture fixture = new Fixture(database, folder, "all");
        CurationResult staged = fixture.remove(Target.WORKSPACE, "alpha");
        new Fixture(database, folder, "off").remove(Target.WORKSPACE, "alpha");

        PendingWrite failed = fixture.gate.approve(SCOPE, pending(staged), "bob", null);

        assertThat(failed.status()).isEqualTo(PendingWrite.Status.FAILED);
        assertThat(failed.resolution()).contains(entry.id());
    }

    private static String pending(CurationResult result) {
        return Objects.requireNonNull(result.pendingId(), result.words());
    }
}
