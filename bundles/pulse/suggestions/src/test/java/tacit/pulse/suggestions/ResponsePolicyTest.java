package tacit.pulse.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionJudgement;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.reflect.SuggestionSituation.Open;
import tacit.api.reflect.SuggestionSituation.Said;
import tacit.api.reflect.SuggestionSituation.Tally;
import tacit.runtime.testkit.Configurations;

class ResponsePolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final ResponsePolicy policy = new ResponsePolicy(Configurations.of(ResponsePolicy.Config.class, Map.of()));

    private static SuggestionDraft draft(String title, double confidence) {
        return new SuggestionDraft(
                "k",
                "p1",
                "w1",
                null,
                SuggestionDraft.Type.INSIGHT,
                SuggestionDraft.Topic.GENERAL,
                "heartbeat",
                title,
                "now",
                "",
                null,
                confidence,
                Urgency.MEDIUM,
                List.of("trace:t1"),
                null,
                null);
    }

    private static SuggestionSituation offered(double confidence, Tally tally, List<Open> open) {
        return situation(confidence, null, tally, List.of(), open);
    }

    private static SuggestionSituation situation(
            double confidence, @Nullable Instant at, Tally tally, List<Said> others, List<Open> open) {
        return new SuggestionSituation(draft("Tidy up", confidence), NOW, 9.5, at, tally, others, open, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "1, 0, 0, 0, 0, .15",
        "0, 1, 0, 0, 0, .08",
        "0, 0, 1, 0, 0, -.10",
        "0, 0, 0, 1, 0, -.16",
        "0, 0, 0, 0, 1, -.08",
        "9, 9, 0, 0, 0, .45",
        "0, 0, 9, 9, 9, -.45",
        "3, 0, 0, 1, 0, .29"
    })
    void su01ScoresWhatPeopleSaidToThePattern(
            int acted, int edited, int snoozed, int dismissed, int ignored, double expected) {
        assertThat(ResponseScore.feedback(new Tally(acted, edited, snoozed, dismissed, ignored)))
                .isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTED, 9.5, .35",
        "ACTED, 12.5, .175",
        "ACTED, 15.5, 0",
        "DISMISSED, 9.5, -.20",
        "EDITED, 6.5, .175",
        "SNOOZED, 9.5, 0"
    })
    void su02ScoresTheHoursOfOtherResponses(Response response, double hour, double expected) {
        assertThat(ResponseScore.timing(9.5, List.of(new Said(response, hour)))).isCloseTo(expected, within(1e-9));
    }

    @Test
    void su02CountsHoursAroundMidnight() {
        assertThat(ResponseScore.timing(23, List.of(new Said(Response.ACTED, 2))))
                .isCloseTo(.175, within(1e-9));
    }

    @Test
    void addsConfidenceTimingAndFeedback() {
        SuggestionJudgement judged = policy.judge(
                situation(.6, NOW, new Tally(1, 0, 0, 0, 0), List.of(new Said(Response.DISMISSED, 9.5)), List.of()));

        assertThat(judged.score()).isCloseTo(.55, within(1e-9));
        assertThat(judged.scored())
                .containsExactly("confidence +0.60", "alike ×1.00", "feedback +0.15", "timing -0.20");
    }

    @Test
    void su03WaitsForABetterHourWhenItKnowsOne() {
        List<Said> known = List.of(
                new Said(Response.ACTED, 20),
                new Said(Response.ACTED, 20),
                new Said(Response.ACTED, 20),
                new Said(Response.DISMISSED, 9.5));

        assertThat(policy.judge(situation(.9, NOW, Tally.NONE, known, List.of()))
                        .shown())
                .isFalse();
        assertThat(policy.judge(situation(.9, NOW.minus(Duration.ofHours(24)), Tally.NONE, known, List.of()))
                        .shown())
                .isTrue();
        assertThat(policy.judge(situation(.9, NOW, Tally.NONE, known.subList(1, 4), List.of()))
                        .shown())
                .isTrue();
    }

    @Test
    void su04LetsABetterOneTakeThePlaceOfTheWeakest() {
        List<Open> full = IntStream.range(0, 10)
                .mapToObj(i -> new Open("s" + i, "Title " + i, .5 + i / 100.0))
                .toList();

        assertThat(policy.judge(offered(.7, Tally.NONE, full)).displaces()).isEqualTo("s0");
        assertThat(policy.judge(offered(.7, Tally.NONE, full.subList(0, 9))).displaces())
                .isNull();
        assertThat(policy.judge(offered(.5, Tally.NONE, full)))
                .extracting(SuggestionJudgement::taken, SuggestionJudgement::reason)
                .containsExactly(false, "full");
    }

    @Test
    void takesTheSameTitleOnce() {
        assertThat(policy.judge(offered(.9, Tally.NONE, List.of(new Open("s1", "tidy UP ", .1)))))
                .extracting(SuggestionJudgement::taken, SuggestionJudgement::reason)
                .containsExactly(false, "duplicate");
    }

    @Test
    void proposesNothingThatPeopleKeepRefusing() {
        assertThat(policy.judge(offered(.6, new Tally(0, 0, 0, 1, 0), List.of()))
                        .taken())
                .isTrue();
        assertThat(policy.judge(offered(.6, new Tally(0, 0, 0, 2, 0), List.of())))
                .extracting(SuggestionJudgement::taken, SuggestionJudgement::reason)
                .containsExactly(false, "worth 0.28 is below 0.40");
        assertThat(policy.judge(offered(.6, new Tally(2, 0, 0, 2, 0), List.of()))
                        .taken())
                .isTrue();
    }

    @Test
    void refusesAWorthThatIsNone() {
        assertThatThrownBy(() ->
                        new ResponsePolicy(Configurations.of(ResponsePolicy.Config.class, Map.of("least_worth", 1.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least.worth must be in [0, 1], got 1.5");
    }
}
