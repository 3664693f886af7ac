package tacit.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ModelAnswerTest {

    @Test
    void isChosenOnlyWithAModel() {
        assertThat(ModelAnswer.of("m1", "set").chosen()).isTrue();
        assertThat(ModelAnswer.own("m1").chosen()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelAnswer(null, true, "set"));
    }

    @Test
    void refusesModelsAndReasonsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelAnswer.of(" ", "set"));
        assertThatIllegalArgumentException().isThrownBy(() -> ModelAnswer.of("m".repeat(401), "set"));
        assertThatIllegalArgumentException().isThrownBy(() -> ModelAnswer.of("m1", " "));
    }

    @Test
    void refusesNamesThatAreBlankOrTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelQuestion.of(ModelPurpose.AGENT, ""))
                .withMessage("agent must have 1 to 400 characters, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelQuestion(ModelPurpose.AGENT, null, "c", null, "m".repeat(401)))
                .withMessageStartingWith("own must have");
    }
}
