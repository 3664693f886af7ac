package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryRecord;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class DreamForgettingTest {

    private static final Scope NORA = new Scope("w1", "nora");

    @TempDir
    Path folder;

    private Host host;
    private DreamForgetting forgetting;

    @BeforeEach
    void open(Database database) {
        host = new Host(database, folder);
        forgetting = new DreamForgetting(database, host.desk, host.traces);
        host.run("t1", "nora", "Never call me before noon.");
        host.run("t2", null, "Never deploy without a second reviewer.");
    }

    private List<String> values() {
        return host.candidates().stream()
                .map(one -> one.draft().proposedValue())
                .toList();
    }

    @Test
    void aUsersDreamsGoWithTheUser() {
        host.dream();
        host.desk.dream("", "w1", Trigger.SYSTEM, "t1", "Never call me");
        assertThat(forgetting.heldOf(NORA)).hasValue(1);

        assertThat(forgetting.forgetUser(NORA)).isEqualTo(2);

        assertThat(values()).containsExactly("Never deploy without a second reviewer.");
        assertThat(host.review.runs(Host.SCOPE, null, PageRequest.first(9)).rows())
                .noneMatch(run -> "t1".equals(run.reference()));
        assertThat(forgetting.heldOf(NORA)).hasValue(0);
        assertThat(forgetting.heldOf(Host.SCOPE)).isEmpty();
    }

    @Test
    void wordsAndSpansThatAreTakenBackTakeTheirCandidates() {
        host.dream();

        assertThat(forgetting.forget(Host.SCOPE, List.of(), List.of("Never call me before noon.")))
                .isEqualTo(1);
        assertThat(values()).containsExactly("Never deploy without a second reviewer.");
        assertThat(forgetting.forget(Host.SCOPE, List.of("t2/s1"), List.of())).isEqualTo(1);
        assertThat(values()).isEmpty();
    }

    @Test
    void wordsGoFromInstructionsToo() {
        host.desk.dream("", "w1", Trigger.MANUAL, null, "Look for the secret garden party");

        assertThat(forgetting.forget(Host.SCOPE, List.of(), List.of("the secret garden party")))
                .isEqualTo(1);

        assertThat(host.review.runs(Host.SCOPE, null, PageRequest.first(9)).rows())
                .allMatch(run -> run.instructions() == null);
    }

    @Test
    void aMemoryThatIsRemovedTakesWhatRestsOnIt() {
        MemoryRecord record = host.observed("Never touch the old server again.");
        host.dream();
        assertThat(values()).hasSize(3);

        forgetting.changed(List.of(record));
        assertThat(values()).hasSize(3);
        forgetting.removed(List.of(record));
        assertThat(values()).hasSize(2).doesNotContain("Never touch the old server again.");
    }

    @Test
    void aWorkspaceThatIsClearedKeepsNothing() {
        host.dream();

        forgetting.cleared(NORA);
        assertThat(host.candidates()).extracting(DreamCandidate::userId).containsOnlyNulls();
        forgetting.cleared(Host.SCOPE);
        assertThat(host.candidates()).isEmpty();
        assertThat(host.review.runs(Host.SCOPE, null, PageRequest.first(9)).total())
                .isZero();
        assertThat(forgetting.name()).isEqualTo("dreams");
    }

    @Test
    void whatQuotesAUserGoesFromSharedDreamsAndTheirSummaries(Database database) {
        host.dream();
        database.write(session -> session.update(
                "UPDATE dreaming_runs SET summary = ?", "never DEPLOY without a second" + " reviewer: said before"));

        assertThat(forgetting.forgetQuotes(Host.SCOPE, List.of("Never deploy without a second reviewer.")))
                .isPositive();

        assertThat(values()).containsExactly("Never call me before noon.");
        assertThat(host.review.runs(Host.SCOPE, null, PageRequest.first(9)).rows())
                .isNotEmpty()
                .allMatch(run -> run.summary() == null);
    }

    @Test
    void refersToTheProfileThatDreamt(Database database) {
        host.desk.dream("p1", "w1", Trigger.SYSTEM, null, null);

        assertThat(database.<Boolean>write(session -> forgetting.refersTo(session, "p1")))
                .isTrue();
        assertThat(database.<Boolean>write(session -> forgetting.refersTo(session, "p2")))
                .isFalse();
    }
}
