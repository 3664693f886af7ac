package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.CoreSetting;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamCandidate.Quote;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingDesk.DreamingResult;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class StoredDreamingTest {

    @TempDir
    Path folder;

    private Database database;
    private Host host;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Host(opened, folder);
    }

    @Test
    void dr01AnObservationGivesACorrectionAndWhatIsOpen() throws IOException {
        String id = host.observed("Actually tool B is used instead. Follow up on the change.")
                .id();
        full();

        DreamingResult result =
                host.desk.dream("p1", "w1", Trigger.HEARTBEAT, "pulse1", null).orElseThrow();

        assertThat(result.status()).isEqualTo("completed");
        assertThat(result.candidates()).isEqualTo(2);
        assertThat(host.candidates())
                .extracting(one -> one.draft().action())
                .containsExactlyInAnyOrder(DreamAction.CORRECTION, DreamAction.OPEN_LOOP);
        assertThat(host.candidates())
                .allSatisfy(one -> assertThat(one.evidence().get(0).id()).isEqualTo("memory:" + id));
        DreamRun run = host.review.run(Host.SCOPE, result.runId()).orElseThrow();
        assertThat(run.trigger()).isEqualTo(Trigger.HEARTBEAT);
        assertThat(run.reference()).isEqualTo("pulse1");
        assertThat(run.evidence()).isEqualTo(1);
        assertThat(run.summary()).startsWith("2 proposed, 0 merged");
    }

    private void full() throws IOException {
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/USER.md"), "x".repeat(1700));
    }

    @Test
    void dr05NoEvidenceSkipsTheRun() {
        DreamingResult result = host.dream();

        assertThat(result.status()).isEqualTo("skipped");
        assertThat(result.candidates()).isZero();
        assertThat(host.candidates()).isEmpty();
    }

    @Test
    void dr06TheSameEvidenceTwiceIsMerged() {
        host.observed("Actually tool B is used instead. Follow up on the change.");
        host.dream();

        DreamingResult again = host.dream();

        assertThat(again.candidates()).isZero();
        assertThat(host.candidates()).hasSize(2).allMatch(one -> one.state() == DreamState.PROPOSED);
        assertThat(host.review.run(Host.SCOPE, again.runId()).orElseThrow().merged())
                .isEqualTo(2);
    }

    @Test
    void newerEvidenceJoinsTheOpenCandidateAndItsWordsWin() {
        host.entry("The nightly build starts at 02:00");
        host.observed("The nightly build starts at 03:30.");
        host.dream();
        host.observed("The nightly build starts at 04:00.");
        host.dream();

        DreamCandidate candidate = host.candidate(DreamAction.CURATED_REPLACE);

        assertThat(candidate.draft().proposedValue()).isEqualTo("The nightly build starts at 04:00.");
        assertThat(candidate.evidence())
                .extracting(Quote::snippet)
                .containsExactlyInAnyOrder("The nightly build starts at 03:30.", "The nightly build starts at 04:00.");
    }

    @Test
    void whatWasRejectedComesBackOnNewerEvidenceOfAnotherKindOnly() {
        host.observed("Actually tool B is used instead.");
        host.dream();
        DreamCandidate first = host.candidate(DreamAction.CORRECTION);
        host.review.reject(Host.SCOPE, first.id(), "olga", "We keep tool A");

        host.observed("Actually tool B is used instead.");
        assertThat(host.dream().candidates()).isZero();
        host.clock.pass(Duration.ofDays(1));
        host.run("t1", null, "Actually tool B is used instead.");
        assertThat(host.dream().candidates()).isEqualTo(1);
        assertThat(host.candidates())
                .extracting(DreamCandidate::state)
                .containsExactly(DreamState.PROPOSED, DreamState.REJECTED);
    }

    @Test
    void keepsTheWordsOfAUserFromEverybodyElse() {
        host.entry("Reports go out on Monday");
        host.observed("Actually the reports go out on Tuesday, not Monday.", "nora");
        host.run("t1", "nora", "Never call me before noon.");
        host.run("t2", "omar", "Never deploy on my birthday.");

        host.dream();

        assertThat(host.candidates()).extracting(DreamCandidate::userId).containsOnly("nora", "omar");
        assertThat(host.candidates()).noneMatch(one -> one.draft().action() == DreamAction.CURATED_REPLACE);
        assertThat(host.review
                        .list(new Scope("w1", "omar"), tacit.api.reflect.DreamReview.Filter.ALL, PageRequest.first(9))
                        .rows())
                .extracting(DreamCandidate::userId)
                .containsOnly("omar");
        assertThat(host.review
                        .list(Scope.ofWorkspace("w2"), tacit.api.reflect.DreamReview.Filter.ALL, PageRequest.first(9))
                        .rows())
                .isEmpty();
    }

    @Test
    void boundsAndRedactsWhatItKeeps() {
        host.observed("Never use the key sk-abcdefghijklmnopqrstuvwx0123456789 " + "again ".repeat(50));
        host.observed("Always " + "x".repeat(390));
        host.dream();

        assertThat(host.candidates()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.draft().proposedValue().length()).isLessThanOrEqualTo(600);
            assertThat(one.draft().rationale().length()).isLessThanOrEqualTo(900);
            assertThat(one.toString()).doesNotContain("sk-abcdefghijklmnopqrstuvwx");
            assertThat(one.evidence())
                    .allSatisfy(
                            quote -> assertThat(quote.snippet().length()).isLessThanOrEqualTo(Quote.LONGEST_SNIPPET));
        });
    }

    @Test
    void theHeartbeatIsToldOfFullFilesAndDreamsNotAgainTooSoon() throws IOException {
        assertThat(host.desk.pressed("w1")).isFalse();
        full();
        assertThat(host.desk.pressed("w1")).isTrue();
        assertThat(pulse()).isPresent();
        host.clock.pass(Duration.ofMinutes(59));
        assertThat(host.desk.pressed("w1")).isFalse();
        assertThat(pulse()).isEmpty();
        host.clock.pass(Duration.ofMinutes(1));
        assertThat(host.desk.pressed("w1")).isTrue();
        assertThat(pulse()).isPresent();
    }

    @Test
    void theHeartbeatDreamsByTheSettingsOfItsWorkspace() throws IOException {
        full();
        host.set.with("w1", CoreSetting.DREAMING_PULSES, "false");
        assertThat(host.desk.pressed("w1")).isFalse();
        assertThat(pulse()).isEmpty();

        host.set.with("w1", CoreSetting.DREAMING_PULSES, "true").with("w1", CoreSetting.DREAMING_COOLDOWN, "10");
        assertThat(pulse()).isPresent();
        host.clock.pass(Duration.ofMinutes(9));
        assertThat(pulse()).isEmpty();
        host.clock.pass(Duration.ofMinutes(1));
        assertThat(pulse()).isPresent();
    }

    private Optional<DreamingResult> pulse() {
        return host.desk.dream("p1", "w1", Trigger.HEARTBEAT, "pulse", null);
    }

    @Test
    void aTaskStartsADreamOnlyInWorkspacesWhereThatIsOn() {
        host.set.with("w2", CoreSetting.DREAMING_TASKS, "true");

        assertThat(host.desk.dream("", "w1", Trigger.TASK_COMPLETION, "t1", null))
                .isEmpty();
        assertThat(host.desk.dream("", "w2", Trigger.TASK_COMPLETION, "t1", null))
                .isPresent();
    }

    @Test
    void aFailureIsARunThatFailedAndNoException() {
        host.memories.dreaming = situation -> {
            throw new IllegalStateException("The dream broke");
        };

        DreamingResult result = host.dream();

        assertThat(result.status()).isEqualTo("failed");
        assertThat(host.review.run(Host.SCOPE, result.runId()).orElseThrow().error())
                .isEqualTo("The dream broke");
        assertThat(host.review
                        .runs(Host.SCOPE, DreamRun.Status.FAILED, PageRequest.first(5))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void aWorkspaceDreamsOnceAtATimeAndACrashLeavesNoRunUnderWay() {
        host.memories.dreaming = situation -> {
            assertThat(host.desk.dream("p1", "w1", Trigger.MANUAL, null, null)).isEmpty();
            throw new StackOverflowError();
        };
        try {
            host.dream();
        } catch (StackOverflowError crash) {
            assertThat(host.review
                            .runs(Host.SCOPE, DreamRun.Status.RUNNING, PageRequest.first(5))
                            .total())
                    .isEqualTo(1);
        }

        assertThat(host.desk.recover()).isEqualTo(1);
        assertThat(host.review.runs(Host.SCOPE, null, PageRequest.first(5)).rows())
                .allMatch(run -> run.status() == DreamRun.Status.FAILED && run.completedAt() != null);
        assertThat(host.desk.recover()).isZero();
    }

    @Test
    void quotesWhatAnAgentPutRight() {
        host.mended(
                "t1", "SELECT COUNT(*) FROM PATIENTS", "SELECT COUNT(*) FROM PATIENT", "object not found: PATIENTS");
        host.dream();

        DreamCandidate candidate = host.candidate(DreamAction.CORRECTION);

        assertThat(candidate.draft().currentValue()).isEqualTo("sql: SELECT COUNT(*) FROM PATIENTS");
        assertThat(candidate.draft().proposedValue()).contains("patients is wrong and patient is right");
        assertThat(candidate.evidence()).extracting(Quote::id).containsExactly("span:t1/c1", "span:t1/c2");
    }

    @Test
    void refusesSettingsOutOfBounds() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(Map.of("most_runs", 0), Map.of("most_users", 101))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Host(database, folder, "off", wrong, new MovingClock()));
        }
    }
}
