package tacit.memory.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.learning.Host.NORA;
import static tacit.memory.learning.Host.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.trace.Attribute;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredLearningTest {

    private static final String[] WORDS = {
        "Summarise the sales.", "My name is Nora. Never deploy on a Friday.", "Remind me to call Ann tomorrow."
    };

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
    void fillsEachMemoryFromOneRun() {
        host.good("t1", WORDS);

        LearningReceipt receipt = host.learning().learn(SCOPE, "t1");

        assertThat(receipt.failures()).isEmpty();
        assertThat(receipt.done())
                .containsKeys("profile", "relationships", "playbook", "graph", "memories", "journal", "topics");
        assertThat(host.profile.preferredName("default", "nora")).contains("Nora");
        assertThat(host.relationships.openCommitments(NORA, 10)).hasSize(1);
        assertThat(host.playbook
                        .list(SCOPE, Outcome.SUCCESS, PageRequest.first(5))
                        .rows())
                .singleElement()
                .satisfies(entry -> assertThat(entry.episode().steps()).containsExactly("search", "write"));
        assertThat(host.texts("graph")).anyMatch(text -> text.contains("PostgreSQL"));
        assertThat(host.texts("archive")).contains("Never deploy on a Friday.");
        assertThat(host.journal.day("default", "2026-03-01").orElseThrow())
                .contains("Done: run t1")
                .doesNotContain("sales", "Nora", "Friday", "Ann");
    }

    @Test
    void learnsFromUsersWhoseTimeZoneNobodyKnows() {
        host.run("t1", trace -> trace.attribute(Attribute.TIME_ZONE, "Pacific Standard Time"), WORDS);

        LearningReceipt receipt = host.learning().learn(SCOPE, "t1");

        assertThat(receipt.failures()).isEmpty();
        assertThat(host.profile.preferredName("default", "nora")).contains("Nora");
        assertThat(host.relationships.openCommitments(NORA, 10)).hasSize(1);
    }

    @Test
    void addsNothingWhenItLearnsASecondTime() {
        host.good("t1", WORDS);
        host.learning().learn(SCOPE, "t1");
        Map<String, List<MemoryRecord>> before = everything();
        String day = host.journal.day("default", "2026-03-01").orElseThrow();

        LearningReceipt again = host.learning().learn(SCOPE, "t1");

        assertThat(again.done()).isEmpty();
        assertThat(again.known()).isPositive();
        assertThat(everything()).isEqualTo(before);
        assertThat(host.journal.day("default", "2026-03-01")).contains(day);
    }

    private Map<String, List<MemoryRecord>> everything() {
        return List.of("profile", "relationship", "playbook", "graph", "archive", "curated").stream()
                .collect(Collectors.toMap(layer -> layer, host::layer));
    }

    @Test
    void bringsNothingBackThatWasForgotten() {
        host.good("t1", WORDS);
        host.learning().learn(SCOPE, "t1");
        List<String> ids = host.layer("archive").stream().map(MemoryRecord::id).toList();
        host.store.delete(SCOPE, ids, false);

        host.learning().learn(SCOPE, "t1");
        host.learning().learnOffline(SCOPE);

        assertThat(host.layer("archive")).isEmpty();
    }

    @Test
    void notesWhatWasLearntWithoutWords() {
        host.good("t1", WORDS);

        host.learning().learn(SCOPE, "t1");

        assertThat(host.layer(MemoryLearning.LAYER)).singleElement().satisfies(note -> {
            assertThat(note.attributes())
                    .containsEntry("mode", "HOT_PATH")
                    .containsEntry("status", "DONE")
                    .containsEntry("trace", "t1")
                    .containsEntry("accepted", "1");
            assertThat(note.toString()).doesNotContain("Friday", "Nora.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "relationships", "playbook", "graph", "memories", "journal", "topics"})
    void leavesAPartAloneThatIsSwitchedOff(String part) {
        host.good("t1", WORDS);

        LearningReceipt receipt = host.learning(Map.of(part, false), Map.of()).learn(SCOPE, "t1");

        assertThat(receipt.done()).doesNotContainKey(part).isNotEmpty();
    }

    @Test
    void leavesCuratedMemoryAndSummariesAloneWhereTheyAreSwitchedOff() {
        host.good("t1", "Remember that I prefer tea.");
        Map<String, ?> promoting = Map.of("auto_promote", true);

        host.learning(Map.of("curated", false, "summaries", false), promoting).learn(SCOPE, "t1");
        LearningReceipt round = host.learning(Map.of("summaries", false, "curated", false), promoting)
                .learnOffline(SCOPE);

        assertThat(host.layer("curated")).isEmpty();
        assertThat(round.done()).doesNotContainKeys("curated", "summaries");
    }

    @Test
    void reportsAPartThatFailsAndGoesOn() {
        host.good("t1", WORDS);
        StoredLearning learning = host.learning();
        learning.profile = new BrokenProfile();

        LearningReceipt receipt = learning.learn(SCOPE, "t1");

        assertThat(receipt.failures()).contains("profile: IllegalStateException");
        assertThat(receipt.done()).containsKeys("relationships", "playbook", "journal");
        assertThat(host.learning().learn(SCOPE, "t1").done()).containsOnlyKeys("profile");
    }

    @Test
    void goesOnWithoutMemoriesThatAreNotThere() {
        host.good("t1", WORDS);
        StoredLearning learning = host.learning();
        learning.profile = null;
        learning.graph = null;
        learning.journal = null;
        learning.playbook = null;
        learning.relationships = null;
        learning.curated = null;
        learning.topics = null;

        assertThat(learning.learn(SCOPE, "t1").done()).containsOnlyKeys("memories");
        learning.distiller = null;
        assertThat(learning.learn(SCOPE, "t1").status()).isEqualTo(Status.OFF);
    }

    @Test
    void writesNoJournalWhereTheWorkspaceHasNoFolder() {
        host.workspaces.detach("default");
        host.good("t1", WORDS);

        LearningReceipt receipt = host.learning().learn(SCOPE, "t1");

        assertThat(receipt.failures()).isEmpty();
        assertThat(receipt.done()).doesNotContainKeys("journal", "topics");
        assertThat(folder.resolve(".cowork")).doesNotExist();
    }

    @Test
    void co01StoresAnAcceptedPreferenceOnceAndCuratesItOnceWhereThatIsOn() {
        host.good("t1", "Remember that I prefer tea.");
        host.learning().learn(SCOPE, "t1");
        assertThat(host.texts("archive")).containsOnlyOnce("Remember that I prefer tea.");
        assertThat(host.layer("curated")).isEmpty();

        StoredLearning promoting = host.learning(Map.of(), Map.of("auto_promote", true));
        promoting.learn(SCOPE, "t1");
        promoting.learn(SCOPE, "t1");

        assertThat(host.texts("archive")).containsOnlyOnce("Remember that I prefer tea.");
        assertThat(host.texts("curated")).containsOnlyOnce("Remember that I prefer tea.");
    }

    @Test
    void wg09AppliesWhatTheDistillerProposedOnceSomebodyApproves() throws IOException {
        Host gated = new Host(database, folder.toRealPath(), "curated_only");
        gated.good("t1", "Remember that I prefer tea.");

        gated.learning(Map.of(), Map.of("auto_promote", true)).learn(SCOPE, "t1");

        assertThat(gated.layer("curated")).isEmpty();
        List<PendingWrite> waiting = gated.gate
                .list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(5))
                .rows();
        assertThat(waiting).hasSize(1);
        PendingWrite applied = gated.gate.approve(SCOPE, waiting.get(0).id(), "bob", null);
        assertThat(applied.status()).as(applied.resolution()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(gated.texts("curated")).containsExactly("Remember that I prefer tea.");
    }

    @Test
    void storesNothingThatTheGateHoldsBack() throws IOException {
        Host gated = new Host(database, folder.toRealPath(), "background_only");
        gated.good("t1", "Never deploy on a Friday.");

        gated.learning().learn(SCOPE, "t1");
        gated.learning().learn(SCOPE, "t1");

        assertThat(gated.layer("archive")).isEmpty();
        assertThat(gated.gate
                        .list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(5))
                        .rows())
                .hasSize(1);
    }

    @Test
    void strengthensExactlyTheEntriesThatARunUsed() {
        host.good("t1", "Summarise the sales.");
        host.good("t2", "Write the newsletter for March.");
        host.learning().learn(SCOPE, "t1");
        host.learning().learn(SCOPE, "t2");
        PlaybookEntry used = host.entry("Summarise the sales.");
        host.run("t3", trace -> trace.attribute(Attribute.PLAYBOOK_USED, used.id()), "Draw a chart of costs.");

        host.learning().learn(SCOPE, "t3");
        host.learning().learn(SCOPE, "t3");

        assertThat(host.entry("Summarise the sales.").record().successes()).isEqualTo(2);
        assertThat(host.entry("Write the newsletter for March.").record().successes())
                .isEqualTo(1);
    }
}
