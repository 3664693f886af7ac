package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Candidate;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.Staging;
import tacit.api.generation.StepResult;

final class RollbackTest {

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .with("reach", 2)
                .ship("one.jar", Samples.answering("one", "first"))
                .boot();
        host.activate(Map.of("one", Samples.answering("one", "second")));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private ActivationReport rollBack() {
        return host.harness.rollBack(Optional.empty(), "ada", "it was better before");
    }

    private ActivationReport rollBack(long number) {
        return host.harness.rollBack(Optional.of(number), "ada", "it was better before");
    }

    @Test
    void flipsToTheGenerationThatIsStillWarm() {
        ActivationReport report = rollBack();

        assertThat(report.failure()).isEmpty();
        assertThat(report.active()).isEqualTo(1);
        assertThat(report.steps()).extracting(StepResult::step).doesNotContain(ActivationStep.START);
        assertThat(report.steps()).extracting(StepResult::detail).contains("slot A of 'one' holds it already");
        assertThat(host.askFacade("one")).isEqualTo("first");
    }

    @Test
    void startsAGenerationThatIsWarmNoLonger() {
        host.activate(Map.of("one", Samples.answering("one", "third")));

        ActivationReport report = rollBack(1);

        assertThat(report.failure()).isEmpty();
        assertThat(report.steps()).extracting(StepResult::step).contains(ActivationStep.START);
        assertThat(host.askFacade("one")).isEqualTo("first");
        assertThat(host.named()).isEqualTo(1);
    }

    @Test
    void takesTheSettingsBackTooAndTheBytesStayWhatTheyWere() {
        host.activate(Map.of(), Map.of(Samples.pid("one"), Map.of("prefix", "very ")));
        assertThat(host.askFacade("one")).isEqualTo("very second");

        rollBack();

        assertThat(host.askFacade("one")).isEqualTo("second");
        assertThat(host.named()).isEqualTo(2);
    }

    @Test
    void returnsFromARollback() {
        rollBack();

        ActivationReport report = rollBack();

        assertThat(report.active()).isEqualTo(2);
        assertThat(host.askFacade("one")).isEqualTo("second");
        assertThat(host.harness.history())
                .extracting(LedgerEntry::act)
                .containsExactly(
                        LedgerEntry.Act.PROMOTED,
                        LedgerEntry.Act.PROMOTED,
                        LedgerEntry.Act.ROLLED_BACK,
                        LedgerEntry.Act.ROLLED_BACK);
    }

    @Test
    void writesWhoAskedForIt() {
        rollBack();

        assertThat(host.audit.entries.get(host.audit.entries.size() - 1))
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("generation.rollback"))
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("ada"))
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("1"));
    }

    @Test
    void refusesAGenerationThatNeverWas() {
        assertThat(rollBack(9).failure().orElseThrow().detail()).isEqualTo("there is no generation 9");
    }

    @Test
    void refusesTheGenerationThatDecidesAlready() {
        assertThat(rollBack(2).failure().orElseThrow().detail()).isEqualTo("generation 2 decides already");
    }

    @Test
    void refusesAGenerationWhoseBundlesAreGoneAndNamesThem() {
        String hash = host.ledger.find(1).orElseThrow().roles().get("one").sha256();
        host.artifacts.keepOnly(Set.of());

        StepResult failure = rollBack(1).failure().orElseThrow();

        assertThat(failure.step()).isEqualTo(ActivationStep.READ);
        assertThat(failure.detail()).contains("the store no longer has", hash);
        assertThat(host.askFacade("one")).isEqualTo("second");
    }

    @Test
    void keepsTheBundlesWithinReachAndThoseThatWait() {
        String staged = host.artifacts.put(Samples.answering("one", "staged"));
        host.felix.register(Staging.class, new OneCandidate(staged), Map.of());

        host.activate(Map.of("one", Samples.answering("one", "third")));

        assertThat(stored(1)).isFalse();
        assertThat(stored(2)).isTrue();
        assertThat(stored(3)).isTrue();
        assertThat(host.artifacts.contains(staged)).isTrue();
    }

    @Test
    void deletesNothingWhileNobodySaysWhatIsStaged() {
        host.activate(Map.of("one", Samples.answering("one", "third")));

        assertThat(stored(1)).isTrue();
    }

    private boolean stored(long generation) {
        return host.artifacts.contains(
                host.ledger.find(generation).orElseThrow().roles().get("one").sha256());
    }

    @Test
    void keepsAFailedCandidateFromTakingTheWarmGeneration() {
        host.activate(Map.of("one", Samples.moody("one", "bad", "throws").bytes()));

        ActivationReport report = rollBack();

        assertThat(report.steps()).extracting(StepResult::detail).contains("slot A of 'one' holds it already");
        assertThat(host.askFacade("one")).isEqualTo("first");
    }

    @Test
    void saysWhenTheWarmGenerationIsLost() {
        host.artifacts.keepOnly(Set.of());

        ActivationReport report = host.activate(
                Map.of("one", Samples.moody("one", "bad", "throws").bytes()));

        assertThat(report.failure().orElseThrow().detail()).contains("slot A of 'one' no longer holds sample.one");
        assertThat(host.askFacade("one")).isEqualTo("second");
    }

    /** Has one bundle that waits. */
    private record OneCandidate(String sha256) implements Staging {

        @Override
        public List<Candidate> candidates() {
            return List.of(new Candidate(
                    sha256, "a.jar", Instant.EPOCH, "ada", null, Candidate.State.STAGED, List.of(), List.of()));
        }

        @Override
        public Candidate stage(Path file, String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean discard(String hash, String by) {
            throw new UnsupportedOperationException();
        }
    }
}
