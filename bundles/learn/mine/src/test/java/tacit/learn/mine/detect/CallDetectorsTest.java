package tacit.learn.mine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureClass;
import tacit.api.learn.Finding;
import tacit.api.trace.SpanStatus;
import tacit.learn.mine.Story;
import tacit.learn.mine.facts.FactSheets;

class CallDetectorsTest {

    @Test
    void putsAFailedCallOnTheModelCallThatReadsItsError() {
        Story story = new Story()
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", "missing argument id")
                .asks("lookup", "{\"id\":1}")
                .tool("lookup", "{\"id\":1}", "found");

        assertThat(Seen.by(FailedCallDetector::new, story)).containsExactly("tool_error@s3");
    }

    @Test
    void putsAFailedCallOnItselfWhereNoModelCallFollows() {
        Story story =
                new Story().tool("sql", "SELECT a", "Error: unknown column a").tool("sql", "SELECT b", "1");

        assertThat(Seen.by(FailedCallDetector::new, story)).containsExactly("tool_error@s1");
    }

    @Test
    void setsFailuresOfTheEnvironmentApart() {
        Story story = new Story()
                .asks("fetch", "{}")
                .failingTool("fetch", "{}", "Connection refused")
                .says("The service is down");

        Finding finding =
                new FailedCallDetector(new FactSheets()).detect(story.tell()).get(0);

        assertThat(finding.failureClass()).isEqualTo(FailureClass.ENVIRONMENT);
        assertThat(finding.category()).isEqualTo("service_error");
        assertThat(finding.spanId()).isEqualTo("s2");
    }

    @Test
    void seesNoFailureInAResultOrInDesignedGating() {
        Story story = new Story()
                .tool("sql", "SELECT 1", "[(1,)]")
                .failingTool("notify", "{}", "Suppressed during quiet hours");

        assertThat(Seen.by(FailedCallDetector::new, story)).isEmpty();
        assertThat(Seen.by(ErrorSpanDetector::new, story)).isEmpty();
    }

    @Test
    void namesTheInnermostStepThatFailed() {
        Story story = new Story().step(step -> step.status(SpanStatus.ERROR).statusMessage("Cannot load the profile"));

        assertThat(Seen.by(ErrorSpanDetector::new, story)).containsExactly("error_span@s1");
    }

    @Test
    void doesNotBlameAStepForTheCallInsideIt() {
        Story story = new Story()
                .step(step -> step.status(SpanStatus.ERROR).statusMessage("the tool failed"))
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", "missing argument id");

        assertThat(Seen.by(ErrorSpanDetector::new, story)).isEmpty();
    }

    @Test
    void seesTheSameCallAgain() {
        Story story = new Story()
                .tool("lookup", "{\"id\":1}", "none")
                .tool("lookup", "{\"id\":1}", "none")
                .tool("lookup", "{\"id\":1}", "none");

        assertThat(Seen.by(RepeatedCallDetector::new, story)).containsExactly("repeated_call@s3");
    }

    @Test
    void seesNoRepeatWhereTheAnswerChanged() {
        Story story = new Story().tool("next", "{}", "page 1").tool("next", "{}", "page 2");

        assertThat(Seen.by(RepeatedCallDetector::new, story)).isEmpty();
    }

    @Test
    void seesAnAgentLeaveItsWayWhenSomethingIsMissing() {
        Story story = new Story()
                .asks("read", "{}")
                .failingTool("read", "{}", "No such file: a.txt")
                .asks("search", "{}")
                .tool("search", "{}", "found");

        assertThat(Seen.by(ChangedCourseDetector::new, story)).containsExactly("wrong_diagnosis@s3");
    }

    @Test
    void seesNoChangeOfCourseAfterAWrongArgument() {
        Story story = new Story()
                .asks("read", "{}")
                .failingTool("read", "{}", "missing argument path")
                .asks("read", "{\"path\":\"a\"}");

        assertThat(Seen.by(ChangedCourseDetector::new, story)).isEmpty();
    }

    @Test
    void seesNoChangeOfCourseWhereARecordIsNotThere() {
        Story story = new Story()
                .asks("find_user", "{}")
                .failingTool("find_user", "{}", "user not found")
                .asks("find_user_by_name", "{}");

        assertThat(Seen.by(ChangedCourseDetector::new, story)).isEmpty();
    }

    @Test
    void seesASearchThatRepeatsItsWords() {
        Story story = new Story()
                .asks("web_search", "{\"query\":\"height of the old tower\"}")
                .tool("web_search", "{}", "nothing")
                .asks("web_search", "{\"query\":\"height of the old stone tower\"}")
                .tool("web_search", "{}", "nothing more");

        assertThat(Seen.by(RepeatedSearchDetector::new, story)).containsExactly("poor_retrieval@s3");
    }

    @Test
    void seesAResultThatFellApart() {
        Story story = new Story()
                .step(step -> step.output("D\ni\nr\ne\nc"))
                .says("code")
                .step()
                .says("other code");

        assertThat(Seen.by(BrokenResultDetector::new, story)).containsExactly("malformed_result@s4");
    }
}
