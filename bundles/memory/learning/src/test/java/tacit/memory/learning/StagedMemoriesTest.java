package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.memory.distill.TraceDistiller;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/** What the distiller proposes for the archive waits as a whole, and is stored as a whole. */
@EachDatabase
class StagedMemoriesTest {

    @TempDir
    Path folder;

    private Database database;
    private Host gated;

    @BeforeEach
    void open(Database opened) throws IOException {
        database = opened;
        gated = new Host(opened, folder.toRealPath(), "background_only");
    }

    @Test
    void wg09StoresADistilledMemoryExactlyAsProposedOnceSomebodyApproves() {
        gated.good("t1", "Never deploy on a Friday.");
        MemoryDraft proposed = new TraceDistiller(
                        gated.traces, gated.store, Configurations.of(TraceDistiller.Config.class, Map.of()))
                .runHotPath(SCOPE, "t1", Host.NOON)
                .effects()
                .memories()
                .get(0)
                .draft();
        gated.learning().learn(SCOPE, "t1");

        PendingWrite applied = gated.gate.approve(SCOPE, waiting(), "bob", null);

        assertThat(applied.status()).as(applied.resolution()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(gated.layer("archive")).singleElement().satisfies(stored -> {
            assertThat(stored.kind()).isEqualTo(proposed.kind());
            assertThat(stored.subject()).isEqualTo(proposed.subject());
            assertThat(stored.text()).isEqualTo(proposed.text());
            assertThat(stored.scope()).isEqualTo(proposed.scope());
            assertThat(stored.visibility()).isEqualTo(proposed.visibility());
            assertThat(stored.lane()).isEqualTo(proposed.lane());
            assertThat(stored.evidence()).isEqualTo(proposed.evidence());
            assertThat(stored.confidence()).isEqualTo(proposed.confidence());
            assertThat(stored.attributes()).containsAllEntriesOf(proposed.attributes());
        });
        assertThat(gated.store.add(proposed).added()).as("the same key").isFalse();
    }

    @Test
    void putsADistilledCorrectionInPlaceOfWhatItCorrectsOnceSomebodyApproves() throws IOException {
        new Host(database, folder.toRealPath(), "off").learnt("t1", "Remember that the invoices are in dollars.");
        gated.good("t2", "No, use euros instead of dollars.");
        gated.learning().learn(SCOPE, "t2");
        assertThat(gated.texts("archive")).contains("Remember that the invoices are in dollars.");

        PendingWrite correction = waitingWrites().stream()
                .filter(write -> write.write().action().equals("supersede"))
                .findFirst()
                .orElseThrow();
        PendingWrite applied = gated.gate.approve(SCOPE, correction.id(), "bob", null);

        assertThat(applied.status()).as(applied.resolution()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(gated.texts("archive"))
                .contains("No, use euros instead of dollars.")
                .noneMatch(text -> text.contains("are in dollars"));
    }

    @Test
    void storesNothingOfWhatWasRejected() {
        gated.good("t1", "Never deploy on a Friday.");
        gated.learning().learn(SCOPE, "t1");

        gated.gate.reject(SCOPE, waiting(), "bob", "no");
        gated.learning().learn(SCOPE, "t1");

        assertThat(gated.layer("archive")).isEmpty();
        assertThat(waitingWrites()).isEmpty();
    }

    private String waiting() {
        return waitingWrites().get(0).id();
    }

    private List<PendingWrite> waitingWrites() {
        return gated.gate
                .list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(5))
                .rows();
    }
}
