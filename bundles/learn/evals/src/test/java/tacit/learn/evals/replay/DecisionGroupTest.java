package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.evals.replay.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;

class DecisionGroupTest {

    private static DecisionGroup of(String inputs, Instant at, InnerCall... inner) {
        return DecisionGroup.of(new Situation("role", "ask(Thing)", inputs, at, 1, List.of(inner)));
    }

    private static DecisionGroup of(String inputs) {
        return of(inputs, NOW);
    }

    @Test
    void keepsTheDecisionsOfARunTogether() {
        DecisionGroup first = of(Histories.inputs("one", 0));

        assertThat(of(Histories.inputs("one", 1)).whole()).isEqualTo(first.whole());
        assertThat(of(Histories.inputs("one", 2)).whole()).isEqualTo(first.whole());
        assertThat(of(Histories.inputs("one", 2)).near()).isNotEqualTo(first.near());
        assertThat(of(Histories.inputs("other", 0)).whole()).isNotEqualTo(first.whole());
    }

    @Test
    void passesOverWhatTheAgentSaysAsItMayBeLeftOut() {
        String whole = Histories.inputs("one", 1);
        String agentless =
                whole.replace("{\"speaker\":\"AGENT\",\"text\":\"Gladly\",\"call\":null,\"failed\":false},", "");

        assertThat(agentless).isNotEqualTo(whole);
        assertThat(of(agentless).whole()).isEqualTo(of(whole).whole());
    }

    @ParameterizedTest
    @CsvSource({"traceId", "runId", "taskKey", "taskId", "sessionId"})
    void keepsTogetherWhatNamesTheSameRun(String name) {
        String one = "[{\"workspaceId\":\"w\"},{\"of\":{\"" + name + "\":\"x1\",\"userId\":\"ada\",\"text\":\"a\"}}]";
        String two = "[{\"workspaceId\":\"w\"},{\"of\":{\"" + name + "\":\"x1\",\"userId\":\"ben\",\"text\":\"b\"}}]";

        assertThat(of(one).whole())
                .isEqualTo(of(two, NOW.plus(Duration.ofDays(3))).whole());
        assertThat(of(one).whole()).isNotEqualTo(of(one.replace("x1", "x2")).whole());
    }

    @ParameterizedTest
    @CsvSource({"profileId", "userId"})
    void keepsTogetherTheDayOfAProfileOrUser(String name) {
        String one = "[{\"" + name + "\":\"p1\",\"text\":\"a\"}]";
        String two = "[{\"" + name + "\":\"p1\",\"text\":\"b\"}]";

        assertThat(of(one).whole())
                .isEqualTo(of(two, NOW.plus(Duration.ofHours(2))).whole());
        assertThat(of(one).whole())
                .isNotEqualTo(of(two, NOW.plus(Duration.ofDays(1))).whole())
                .isNotEqualTo(of(two.replace("p1", "p2")).whole());
    }

    @Test
    void findsQuestionsNearThatDifferInTimesAndIdsAlone() {
        String one = "[\"Order ord-4711 of 2026-01-05T09:00:00Z failed  twice: 4200017\"]";
        String two = "[\"order ord-4802 of 2026-02-07T10:30:01.5Z failed twice: 9300018\"]";

        assertThat(of(one)).isEqualTo(of(two));
        assertThat(of(one)).isNotEqualTo(of(one.replace("twice", "once")));
    }

    @Test
    void tellsQuestionsApartByShortNumbersAndByWhatOthersAnswered() {
        String asked = "[{\"backlog\":3}]";
        InnerCall told = new InnerCall("Store", "read()", "[]", "\"much\"");

        assertThat(of(asked)).isNotEqualTo(of("[{\"backlog\":4}]"));
        assertThat(of(asked).near()).isNotEqualTo(of(asked, NOW, told).near());
    }

    @Test
    void readsTextsThatAreNoJsonAndLongNamesInGoodTime() {
        String long_ = "a1-".repeat(30_000);

        assertThat(of("no json").whole()).isEqualTo(of("no  JSON").whole());
        assertThat(of("[\"" + long_ + "\"]").near()).isNotEmpty();
    }
}
