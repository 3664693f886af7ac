package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.trace.Attribute;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class WrittenTest {

    @TempDir
    Path folder;

    private Database database;
    private Host host;

    @BeforeEach
    void open(Database opened) throws IOException {
        database = opened;
        host = new Host(opened, folder.toRealPath(), "off");
    }

    @Test
    void namesWhatItReallyWrote() {
        host.good("t1", "Summarise the sales.", "My name is Nora. Never deploy on a Friday.");

        LearningReceipt receipt = host.learning().learn(SCOPE, "t1");

        assertThat(receipt.written())
                .containsKeys("profile", "memories", "playbook", "graph")
                .doesNotContainKey("uses");
        assertThat(receipt.written().values())
                .allSatisfy(ids -> assertThat(host.store.findAll(SCOPE, ids)).hasSameSizeAs(ids));
        assertThat(receipt.waiting()).isEmpty();
    }

    @Test
    void namesWhatARunHasWrittenBeforeWhenItLearnsAgain() {
        host.good("t1", "Summarise the sales.", "Never deploy on a Friday.");
        LearningReceipt first = host.learning().learn(SCOPE, "t1");

        LearningReceipt again = host.learning().learn(SCOPE, "t1");

        assertThat(again.done()).isEmpty();
        assertThat(again.written()).isEqualTo(first.written());
    }

    @Test
    void namesTheEntriesThatARunUsed() {
        host.learnt("t1", "Summarise the sales.");
        String used = host.entry("Summarise the sales.").id();
        host.run("t2", trace -> trace.attribute(Attribute.PLAYBOOK_USED, used), "Draw a chart of costs.");

        assertThat(host.learning().learn(SCOPE, "t2").written()).containsEntry("uses", List.of(used));
    }

    @Test
    void tellsWhatWaitsFromWhatWasWritten() throws IOException {
        Host gated = new Host(database, folder.toRealPath(), "background_only");
        gated.good("t1", "Never deploy on a Friday.");

        LearningReceipt receipt = gated.learning().learn(SCOPE, "t1");

        List<String> waiting = gated.gate.list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(5)).rows().stream()
                .map(PendingWrite::id)
                .toList();
        assertThat(receipt.waiting()).containsEntry("memories", waiting);
        assertThat(receipt.written()).doesNotContainKey("memories");
    }

    @Test
    void tellsWhoListensEvenWhereOneOfThemBreaks() {
        host.good("t1", "Summarise the sales.");
        List<String> heard = new ArrayList<>();
        StoredLearning learning = host.learning();
        learning.listeners = List.of(
                (scope, trace, found, receipt) -> {
                    throw new IllegalStateException("It broke");
                },
                (scope, trace, found, receipt) -> heard.add(trace + " " + found.status() + " " + receipt.status()));

        learning.learn(SCOPE, "t1");
        learning.learnOffline(SCOPE);

        assertThat(heard).containsExactly("t1 DONE DONE");
    }

    @Test
    void learnsNothingAtAllWithoutADistiller() {
        StoredLearning learning = host.learning(Map.of(), Map.of("shared_channels", true));

        assertThat(learning.switches()).isEqualTo(new LearningSwitches(true, true, true, true));
        learning.distiller = null;
        assertThat(learning.switches()).isEqualTo(LearningSwitches.OFF);
    }
}
