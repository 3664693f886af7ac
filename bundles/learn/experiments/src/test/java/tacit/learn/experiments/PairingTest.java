package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.PairedOutcome;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;

class PairingTest {

    private static final Duration FLOOR = Duration.ofMillis(5);

    private static ReplayRun run(String id, Arm arm, Outcome outcome, long millis) {
        return new ReplayRun(id, "x1", arm, outcome, null, Duration.ofMillis(millis), Instant.EPOCH);
    }

    private static Pairing of(ReplayRun... runs) {
        return Pairing.of(List.of(runs), Set.of("left"), FLOOR);
    }

    @Test
    void pairsWhatBothArmsAnswered() {
        Pairing pairing = of(
                run("a", Arm.BASELINE, Outcome.FAILED, 1),
                run("b", Arm.BASELINE, Outcome.PASSED, 1),
                run("a", Arm.CANDIDATE, Outcome.PASSED, 1),
                run("b", Arm.CANDIDATE, Outcome.FAILED, 1));

        assertThat(pairing.pairs()).extracting(PairedOutcome::caseId).containsExactly("a", "b");
        assertThat(pairing.pairs().get(0).fixed()).isTrue();
        assertThat(pairing.pairs().get(1).broken()).isTrue();
    }

    @Test
    void neverCountsTheUnknownAsUnchanged() {
        Pairing pairing = of(
                run("a", Arm.BASELINE, Outcome.PASSED, 1),
                run("b", Arm.BASELINE, Outcome.UNANSWERABLE, 1),
                run("c", Arm.BASELINE, Outcome.PASSED, 1),
                run("a", Arm.CANDIDATE, Outcome.UNANSWERABLE, 1),
                run("b", Arm.CANDIDATE, Outcome.PASSED, 1));

        assertThat(pairing.pairs()).isEmpty();
        assertThat(pairing.unanswerable()).isEqualTo(3);
    }

    @Test
    void takesTheFirstAnswerAndLeavesOutWhatDoesNotCount() {
        Pairing pairing = of(
                run("a", Arm.BASELINE, Outcome.PASSED, 1),
                run("a", Arm.BASELINE, Outcome.FAILED, 1),
                run("left", Arm.BASELINE, Outcome.PASSED, 1),
                run("a", Arm.CANDIDATE, Outcome.PASSED, 1),
                run("left", Arm.CANDIDATE, Outcome.FAILED, 1));

        assertThat(pairing.pairs())
                .containsExactly(new PairedOutcome(
                        "a",
                        pairing.pairs().get(0).before(),
                        pairing.pairs().get(0).after()));
        assertThat(pairing.pairs().get(0).before().passed()).isEqualTo(1);
        assertThat(pairing.unanswerable()).isZero();
    }

    @Test
    void comparesTimesAboveTheNoiseAlone() {
        Pairing pairing = of(run("a", Arm.BASELINE, Outcome.PASSED, 1), run("a", Arm.CANDIDATE, Outcome.PASSED, 70));

        assertThat(pairing.pairs().get(0).before().latency()).isEqualTo(FLOOR);
        assertThat(pairing.pairs().get(0).after().latency()).isEqualTo(Duration.ofMillis(70));
    }

    @Test
    void knowsTheTokensOfThoseRunsAloneThatRecordedThem() {
        Pairing pairing = of(
                tokens("a", Arm.BASELINE, 120L),
                tokens("b", Arm.BASELINE, null),
                tokens("a", Arm.CANDIDATE, 90L),
                tokens("b", Arm.CANDIDATE, 0L));

        assertThat(pairing.pairs()).extracting(pair -> pair.before().tokens()).containsExactly(120.0, null);
        assertThat(pairing.pairs()).extracting(pair -> pair.after().tokens()).containsExactly(90.0, 0.0);
    }

    private static ReplayRun tokens(String id, Arm arm, @Nullable Long tokens) {
        return new ReplayRun(id, "x1", arm, Outcome.PASSED, null, Duration.ZERO, Instant.EPOCH, tokens);
    }

    @Test
    void keepsTheTrialsOfACaseTogether() {
        Pairing pairing = Pairing.ofTrials(
                List.of(
                        run("a", Arm.BASELINE, Outcome.FAILED, 10),
                        run("a", Arm.BASELINE, Outcome.PASSED, 30),
                        run("a", Arm.CANDIDATE, Outcome.PASSED, 1),
                        run("a", Arm.CANDIDATE, Outcome.UNANSWERABLE, 1),
                        run("b", Arm.BASELINE, Outcome.PASSED, 10),
                        run("c", Arm.BASELINE, Outcome.UNANSWERABLE, 10),
                        run("c", Arm.CANDIDATE, Outcome.PASSED, 10)),
                FLOOR);

        assertThat(pairing.pairs())
                .containsExactly(new PairedOutcome(
                        "a", new ArmOutcome(1, 2, Duration.ofMillis(20), null), new ArmOutcome(1, 1, FLOOR, null)));
        assertThat(pairing.unanswerable()).isEqualTo(2);
        assertThat(pairing.and(pairing).pairs()).hasSize(2);
        assertThat(pairing.and(pairing).unanswerable()).isEqualTo(4);
    }
}
