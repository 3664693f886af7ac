package tacit.learn.proposers.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;

class ComparedTest {

    private final List<ReplayRun> runs = new ArrayList<>();

    private ComparedTest with(String id, Outcome before, Outcome after) {
        add(id, Arm.BASELINE, before);
        add(id, Arm.CANDIDATE, after);
        return this;
    }

    private void add(String id, Arm arm, Outcome outcome) {
        String reason = outcome == Outcome.PASSED ? null : "because";
        runs.add(new ReplayRun(id, "search", arm, outcome, reason, Duration.ofMillis(1), Instant.EPOCH));
    }

    @Test
    void countsWhatFailsIsMendedAndBreaks() {
        with("a", Outcome.FAILED, Outcome.PASSED)
                .with("b", Outcome.FAILED, Outcome.FAILED)
                .with("c", Outcome.PASSED, Outcome.FAILED)
                .with("d", Outcome.PASSED, Outcome.PASSED);

        assertThat(Compared.of(runs)).isEqualTo(new Compared(2, 1, 1));
    }

    @Test
    void countsWhatCannotBeAnsweredAsNeither() {
        with("a", Outcome.FAILED, Outcome.UNANSWERABLE).with("b", Outcome.PASSED, Outcome.UNANSWERABLE);
        add("c", Arm.BASELINE, Outcome.PASSED);

        assertThat(Compared.of(runs)).isEqualTo(new Compared(1, 0, 0));
    }

    @Test
    void countsTheFirstAnswerOfEachArm() {
        with("a", Outcome.FAILED, Outcome.PASSED).with("a", Outcome.PASSED, Outcome.FAILED);

        assertThat(Compared.of(runs)).isEqualTo(new Compared(1, 1, 0));
    }

    @Test
    void countsNothingOfNothing() {
        assertThat(Compared.of(List.of())).isEqualTo(new Compared(0, 0, 0));
    }
}
