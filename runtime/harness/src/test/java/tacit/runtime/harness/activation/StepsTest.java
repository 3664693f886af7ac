package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;
import tacit.runtime.harness.slot.StepFailure;

final class StepsTest {

    private final Steps steps = new Steps();

    @Test
    void notesWhatAStepDidAndHowLongItTook() {
        boolean passed = steps.take(ActivationStep.READ, "role", () -> "done");

        StepResult result = steps.report(1, 2).steps().get(0);
        assertThat(passed).isTrue();
        assertThat(result.detail()).isEqualTo("done");
        assertThat(result.took()).isPositive();
        assertThat(steps.failed()).isFalse();
    }

    @Test
    void failsAStepForWhateverAPartThrows() {
        steps.take(ActivationStep.READ, "role", () -> {
            throw new IllegalStateException("the disk is full");
        });

        ActivationReport report = steps.report(1, 1);
        assertThat(steps.failed()).isTrue();
        assertThat(Steps.words(report)).isEqualTo("READ of 'role': the disk is full");
    }

    @Test
    void namesTheKindOfAFailureThatSaysNothing() {
        steps.take(ActivationStep.READ, "role", () -> {
            throw new IllegalStateException();
        });

        assertThat(steps.report(1, 1).failure().orElseThrow().detail()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void doesNotHoldBackTheEndOfTheProcess() {
        assertThatThrownBy(() -> steps.take(ActivationStep.READ, "role", () -> {
                    throw new Fate.Killed();
                }))
                .isInstanceOf(Fate.Killed.class);
    }

    @Test
    void addsToWhatTheLastStepSays() {
        steps.take(ActivationStep.START, "role", () -> {
            throw new StepFailure("it hangs");
        });
        steps.amend("");
        steps.amend("the slot is lost");

        assertThat(steps.report(1, 1).failure().orElseThrow().detail()).isEqualTo("it hangs; the slot is lost");
    }

    @Test
    void failsTheStepThatAnotherThreadHangsIn() {
        Steps part = new Steps();
        part.take(ActivationStep.SLOT, "role", () -> "filled");
        part.take(ActivationStep.START, "role", () -> {
            part.cut(ActivationStep.SLOT, "role", "it hangs");
            steps.append(part);
            return "late";
        });

        ActivationReport report = steps.report(1, 1);
        assertThat(report.steps())
                .extracting(StepResult::step)
                .containsExactly(ActivationStep.SLOT, ActivationStep.START);
        assertThat(Steps.words(report)).isEqualTo("START of 'role': it hangs");
    }

    @Test
    void failsAPartThatCameToNoStep() {
        Steps part = new Steps();
        part.cut(ActivationStep.SLOT, "role", "the host was told to stop meanwhile");
        steps.append(part);

        assertThat(Steps.words(steps.report(1, 1))).isEqualTo("SLOT of 'role': the host was told to stop meanwhile");
    }

    @Test
    void notesARefusalAsAStepThatTookNoTime() {
        steps.refuse(new Refused(ActivationStep.TRUST, "role", "nobody vouches for it"));

        StepResult failure = steps.report(3, 3).failure().orElseThrow();
        assertThat(failure.step()).isEqualTo(ActivationStep.TRUST);
        assertThat(failure.subject()).isEqualTo("role");
        assertThat(failure.took()).isZero();
    }
}
