package tacit.learn.mine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.learn.mine.Story;

class WordDetectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"No, the other one", "That's wrong", "I meant the blue one", "You forgot the date"})
    void hearsCorrections(String words) {
        assertThat(Seen.by(CorrectionDetector::new, new Story().hears(words, "Sorry")))
                .containsExactly("correction@s1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Now the next one", "Thank you", "Not bad at all"})
    void hearsNoCorrectionInOtherWords(String words) {
        assertThat(Seen.by(CorrectionDetector::new, new Story().hears(words, "Good")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'm sorry, but I can't do this", "I cannot help with that", "I am unable to assist"})
    void hearsRefusals(String reply) {
        assertThat(Seen.by(RefusalDetector::new, new Story().says(reply))).containsExactly("refusal@s1");
    }

    @Test
    void hearsNoRefusalInAnAnswer() {
        assertThat(Seen.by(RefusalDetector::new, new Story().says("I cannot find more than three rows")))
                .isEmpty();
    }

    @Test
    void missesTheClosingMarkThatThePromptAsksFor() {
        Story story = new Story()
                .instructed("Plan. After the last step write the <end_plan> tag and stop.")
                .says("1. Look it up")
                .says("1. Look again");

        assertThat(Seen.by(InstructionDetector::new, story)).containsExactly("instruction_ignored@s1");
    }

    @Test
    void acceptsAReplyWithItsClosingMark() {
        Story story = new Story()
                .instructed("Plan. After the last step write the <end_plan> tag and stop.")
                .says("1. Look it up\n<end_plan>");

        assertThat(Seen.by(InstructionDetector::new, story)).isEmpty();
    }

    @Test
    void seesALimitIgnored() {
        Story story = new Story()
                .instructed("Read 500 characters at a time.")
                .step(step -> step.output("short"))
                .says("```py\nprint(text[:9000])\n```");

        assertThat(Seen.by(InstructionDetector::new, story)).containsExactly("instruction_ignored@s2");
    }

    @Test
    void reportsTheRunThatWasJudgedAFailure() {
        Story failed =
                new Story().trace(trace -> trace.outcome(Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.GRADER)));
        Story passed =
                new Story().trace(trace -> trace.outcome(Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.GRADER)));

        assertThat(Seen.by(sheets -> new OutcomeDetector(), failed)).containsExactly("failed_outcome@null");
        assertThat(Seen.by(sheets -> new OutcomeDetector(), passed)).isEmpty();
    }
}
