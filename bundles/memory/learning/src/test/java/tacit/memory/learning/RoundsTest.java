package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.learning.Host.NOON;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RoundsTest {

    private static final String[] WORDS = {
        "Summarise the sales.", "My name is Nora. Never deploy on a Friday.", "Remind me to call Ann tomorrow."
    };

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void open(Database opened) throws IOException {
        host = new Host(opened, folder.toRealPath(), "off");
    }

    @Test
    void summarisesDaysInARoundAndLeavesThemAloneInTheNext() {
        host.good("t1", WORDS);
        host.learning().learn(SCOPE, "t1");

        LearningReceipt first = host.learning().learnOffline(SCOPE);
        LearningReceipt second = host.learning().learnOffline(SCOPE);

        assertThat(first.done()).containsKey("summaries");
        assertThat(second.done()).isEmpty();
        assertThat(host.journal.countRecentSummaries("default", NOON, 7)).isEqualTo(1);
    }

    @Test
    void learnsInARoundWhatSeveralRunsSay() {
        host.good("t1", "I prefer short answers.");
        host.good("t2", "I prefer short answers!");
        host.learning().learn(SCOPE, "t1");
        host.learning().learn(SCOPE, "t2");
        assertThat(host.texts("archive")).noneMatch(text -> text.startsWith("I prefer"));

        LearningReceipt round = host.learning().learnOffline(SCOPE);
        host.learning().learnOffline(SCOPE);

        assertThat(round.failures()).isEmpty();
        assertThat(host.texts("archive").stream().filter(text -> text.startsWith("I prefer")))
                .hasSize(1);
        assertThat(host.layer(MemoryLearning.LAYER))
                .filteredOn(note -> note.kind().equals("round"))
                .isNotEmpty();
    }

    @Test
    void w8DistillationEndsAndSaysWhatWasSaid() {
        host.good("t1", "I prefer short answers.");
        host.good("t2", "I prefer short answers!");
        host.learning().learn(SCOPE, "t1");
        host.learning().learn(SCOPE, "t2");
        host.learning().learnOffline(SCOPE);
        host.learning().learnOffline(SCOPE);
        List<MemoryRecord> before = host.layer("archive");

        for (int round = 0; round < 5; round++) {
            assertThat(host.learning().learnOffline(SCOPE).done()).isEmpty();
        }

        assertThat(host.layer("archive")).isEqualTo(before);
        assertThat(host.texts("archive").stream().filter(text -> text.startsWith("I prefer short answers")))
                .hasSize(1);
        assertThat(before).allSatisfy(memory -> assertThat(memory.evidence()).isNotEmpty());
    }

    @Test
    void takesTheCorrectedMemoryOutOfUseAndKeepsItsHistory() {
        host.good("t1", "Remember that the invoices are in dollars.");
        host.learning().learn(SCOPE, "t1");
        host.good("t2", "No, use euros instead of dollars.");

        host.learning().learn(SCOPE, "t2");

        MemoryRecord right = host.layer("archive").stream()
                .filter(memory -> memory.text().contains("euros"))
                .filter(memory -> memory.kind().equals("correction_rule"))
                .findFirst()
                .orElseThrow();
        assertThat(host.texts("archive")).noneMatch(text -> text.contains("are in dollars"));
        assertThat(host.store.history(SCOPE, right.id()))
                .extracting(MemoryRecord::text)
                .contains("Remember that the invoices are in dollars.");
    }
}
