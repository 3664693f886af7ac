package tacit.trigger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Urgency;

class ForgeEventTest {

    private static final String REPOSITORY = ",'repository':{'full_name':'a/b'},'sender':{'login':'ada'}}";

    private static Body body(String text) {
        return Body.read(text.replace('\'', '"'));
    }

    private static ForgeEvent of(String text) {
        return Objects.requireNonNull(ForgeEvent.of(body(text + REPOSITORY)));
    }

    @ParameterizedTest
    @CsvSource({
        "opened, OPEN_LOOP_PRESSURE, MEDIUM",
        "reopened, OPEN_LOOP_PRESSURE, MEDIUM",
        "ready_for_review, OPEN_LOOP_PRESSURE, MEDIUM",
        "review_requested, OPEN_LOOP_PRESSURE, HIGH",
        "assigned, ASSIGNED_TASKS, MEDIUM",
        "closed, AWARENESS_SIGNAL, LOW",
        "synchronize, AWARENESS_SIGNAL, LOW"
    })
    void weighsPullRequests(String action, SignalFamily family, Urgency urgency) {
        ForgeEvent event = of("{'action':'" + action + "','pull_request':{'number':3,'title':'Hens'}");

        assertThat(event.family()).isEqualTo(family);
        assertThat(event.urgency()).isEqualTo(urgency);
        assertThat(event.subject()).isEqualTo("a/b/3");
        assertThat(event.name()).isEqualTo("pull_request");
        assertThat(event.payload()).containsEntry("pull_request", "a/b#3");
    }

    @Test
    void saysWhenAPullRequestWasMergedOrSentBack() {
        assertThat(of("{'action':'closed','pull_request':{'number':3,'title':'Hens','merged':true}")
                        .reason())
                .isEqualTo("Pull request 3 merged: Hens");
        ForgeEvent back = of("{'action':'submitted','review':{'state':'changes_requested'},"
                + "'pull_request':{'number':3,'title':'Hens'}");
        assertThat(back.reason()).isEqualTo("Changes requested on pull request 3: Hens");
        assertThat(back.urgency()).isEqualTo(Urgency.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"opened, OPEN_LOOP_PRESSURE", "assigned, ASSIGNED_TASKS", "closed, AWARENESS_SIGNAL"})
    void weighsIssues(String action, SignalFamily family) {
        ForgeEvent event = of("{'action':'" + action + "','issue':{'number':9,'title':'No eggs'}");

        assertThat(event.family()).isEqualTo(family);
        assertThat(event.reason()).isEqualTo("Issue 9 " + action + ": No eggs");
    }

    @Test
    void takesACommentForAMention() {
        ForgeEvent event = of("{'action':'created','comment':{'body':'hidden'},'issue':{'number':9,'title':'No eggs'}");

        assertThat(event.family()).isEqualTo(SignalFamily.MENTIONS);
        assertThat(event.payload().values()).noneMatch(value -> value.contains("hidden"));
    }

    @Test
    void tellsOfPushesAndOfChecksThatFailed() {
        ForgeEvent push = of("{'ref':'refs/heads/main','commits':[{}],'compare':'https://f/c'");
        ForgeEvent check = of("{'workflow_run':{'conclusion':'failure','head_branch':'main','name':'build'}");

        assertThat(push.reason()).isEqualTo("1 commit pushed to main of a/b");
        assertThat(push.payload()).containsEntry("url", "https://f/c").containsEntry("by", "ada");
        assertThat(check.reason()).isEqualTo("Check failed on main: build");
        assertThat(check.urgency()).isEqualTo(Urgency.HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'labeled','pull_request':{'number':3}",
                "{'action':'labeled','issue':{'number':3}",
                "{'action':'deleted','comment':{},'issue':{'number':3}",
                "{'workflow_run':{'conclusion':'success'}",
                "{'ref':'refs/heads/main','commits':[]"
            })
    void leavesOutWhatNobodyNeedsToLookAt(String text) {
        Body body = body(text + REPOSITORY);

        assertThat(ForgeEvent.of(body)).isNull();
        assertThat(ForgeEvent.isShaped(body)).isTrue();
    }

    @Test
    void knowsWhatComesFromNoForge() {
        assertThat(ForgeEvent.isShaped(body("{'a':1}"))).isFalse();
        assertThat(ForgeEvent.isShaped(body("{'issue':{}}"))).isFalse();
        assertThat(ForgeEvent.of(body("{'issue':{}}"))).isNull();
    }
}
