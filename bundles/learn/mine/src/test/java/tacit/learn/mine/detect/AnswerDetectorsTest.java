package tacit.learn.mine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.learn.mine.Story;

class AnswerDetectorsTest {

    @Test
    void seesAnAnswerWithoutAnyWork() {
        Story story = Story.withTools().asks("final_answer", "{\"answer\":\"42\"}");

        assertThat(Seen.by(UngroundedAnswerDetector::new, story))
                .containsExactly("goal_deviation@s1", "unverified_claim@s1", "wrong_tool@s1");
    }

    @Test
    void seesAnAnswerThatBuildsOnACallNeverMade() {
        Story story = Story.withTools()
                .step(step -> step.output("a text"))
                .says("I ask lookup\n```py\nprint('find it')\n```")
                .step()
                .asks("final_answer", "{\"answer\":\"42\"}");

        assertThat(Seen.by(UnmadeCallDetector::new, story)).containsExactly("call_not_made@s2", "wrong_tool@s2");
        assertThat(Seen.by(UngroundedAnswerDetector::new, story))
                .containsExactly("goal_deviation@s4", "invented_result@s4");
    }

    @Test
    void acceptsAnAnswerThatRestsOnAResult() {
        Story story = Story.withTools()
                .asks("lookup", "{}")
                .tool("lookup", "{}", "42")
                .asks("final_answer", "{\"answer\":\"42\"}");

        assertThat(Seen.by(UngroundedAnswerDetector::new, story)).isEmpty();
        assertThat(Seen.by(UnmadeCallDetector::new, story)).isEmpty();
        assertThat(Seen.by(UncheckedAnswerDetector::new, story)).isEmpty();
    }

    @Test
    void acceptsAnAnswerWhereNoToolWasOffered() {
        Story story = new Story()
                .instructed("You have these tools:\n- final_answer: ends the task")
                .asks("final_answer", "{}");

        assertThat(Seen.by(UngroundedAnswerDetector::new, story)).isEmpty();
    }

    @Test
    void seesAnAnswerRightAfterAFailure() {
        Story story = Story.withTools()
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", "missing argument id")
                .asks("final_answer", "{\"answer\":\"42\"}");

        assertThat(Seen.by(UncheckedAnswerDetector::new, story)).containsExactly("missing_verification@s3");
    }

    @Test
    void seesAResultThatNobodyCanCheck() {
        Story story = new Story().asks("final_answer", "{}").tool("final_answer", "a long patch", null);

        assertThat(Seen.by(LostResultDetector::new, story)).containsExactly("lost_context@s2");
    }

    @Test
    void acceptsAResultThatCameBack() {
        Story story = new Story().asks("final_answer", "{}").tool("final_answer", "a patch", "accepted");

        assertThat(Seen.by(LostResultDetector::new, story)).isEmpty();
    }
}
