package tacit.adapt.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.StyleHistory;
import tacit.api.adapt.Trend;

class FormulasTest {

    private static final Past NOTHING = new Past(null);

    @ParameterizedTest
    @CsvSource({
        "0, 0, STABLE",
        "5, 0, STABLE",
        "1, 2, IMPROVING",
        "7, 10, STABLE",
        "6, 10, IMPROVING",
        "13, 10, STABLE",
        "14, 10, DECLINING"
    })
    void comparesAWeekWithTheAverageOfThoseBefore(long recent, double average, Trend trend) {
        assertThat(CorrectionRate.trend(recent, average)).isEqualTo(trend);
    }

    @ParameterizedTest
    @CsvSource({"100, IMPROVING", "80, IMPROVING", "79, STABLE", "60, STABLE", "59, DECLINING"})
    void judgesARateByItselfWhileNothingWasKept(long rate, Trend trend) {
        assertThat(TaskSuccess.trend(rate, Wilson.estimate(rate, 100, 20), null))
                .isEqualTo(trend);
    }

    @ParameterizedTest
    @CsvSource({"90, IMPROVING", "75, STABLE", "55, DECLINING"})
    void judgesARateByItsIntervalWhereSomethingWasKept(long rate, Trend trend) {
        assertThat(TaskSuccess.trend(rate, Wilson.estimate(rate, 100, 20), Wilson.estimate(70, 100, 20)))
                .isEqualTo(trend);
    }

    @Test
    void judgesNothingBySmallSamples() {
        assertThat(TaskSuccess.trend(90, Wilson.estimate(9, 10, 20), Wilson.estimate(1, 100, 20)))
                .isEqualTo(Trend.IMPROVING);
        assertThat(TaskSuccess.trend(50, Wilson.estimate(5, 10, 20), Wilson.estimate(1, 100, 20)))
                .isEqualTo(Trend.DECLINING);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, STABLE",
        "4, 0, 100, IMPROVING",
        "3, 1, 88, STABLE",
        "1, 1, 75, DECLINING",
        "0, 2, 50, DECLINING"
    })
    void countsWhatHadToBeSaidHalf(long byPattern, long byFeedback, double value, Trend trend) {
        EvolutionMetric alignment = StyleMetrics.alignment(new StyleHistory(byPattern, byFeedback, 0), NOTHING);

        assertThat(alignment.value()).isEqualTo(value);
        assertThat(alignment.trend()).isEqualTo(trend);
    }

    @ParameterizedTest
    @CsvSource({"0, STABLE", "2, IMPROVING"})
    void seesAStyleThatMoves(long recent, Trend trend) {
        assertThat(StyleMetrics.velocity(new StyleHistory(recent, 0, recent), NOTHING)
                        .trend())
                .isEqualTo(trend);
    }

    @Test
    void countsLessKnowledgeAsDecline() {
        assertThat(KnowledgeGrowth.trend(10, -1.0)).isEqualTo(Trend.DECLINING);
        assertThat(KnowledgeGrowth.trend(10, 1.0)).isEqualTo(Trend.IMPROVING);
        assertThat(KnowledgeGrowth.trend(0, null)).isEqualTo(Trend.STABLE);
    }

    @Test
    void staysWithinTheScale() {
        EvolutionMetric worst = metric(EvolutionMetric.TASK_SUCCESS_RATE, 1, Trend.DECLINING);
        EvolutionMetric best = metric(EvolutionMetric.TASK_SUCCESS_RATE, 100, Trend.IMPROVING);
        EvolutionMetric much = metric(EvolutionMetric.KNOWLEDGE_GROWTH, 5000, Trend.IMPROVING);

        assertThat(Overall.score(List.of(worst, worst, worst, worst, worst))).isZero();
        assertThat(Overall.score(List.of(best, best, best, much, much))).isEqualTo(100);
        assertThat(Overall.score(List.of(best))).isEqualTo(70);
        assertThat(Overall.score(List.of(much))).isEqualTo(70);
        assertThat(Overall.score(List.of(worst))).isEqualTo(32);
    }

    private static EvolutionMetric metric(String id, double value, Trend trend) {
        return new EvolutionMetric(id, id, value, "", trend, "", null, null);
    }

    @Test
    void givesTheIntervalOfWilson() {
        assertThat(Wilson.estimate(81, 263, 20)).satisfies(estimate -> {
            assertThat(estimate.low()).isCloseTo(0.2553, within(0.0001));
            assertThat(estimate.high()).isCloseTo(0.3662, within(0.0001));
            assertThat(estimate.sufficient()).isTrue();
        });
        assertThat(Wilson.estimate(0, 5, 5)).satisfies(estimate -> {
            assertThat(estimate.low()).isZero();
            assertThat(estimate.high()).isCloseTo(0.4345, within(0.0001));
        });
        assertThat(Wilson.estimate(7, 7, 20)).satisfies(estimate -> {
            assertThat(estimate.high()).isEqualTo(1);
            assertThat(estimate.sufficient()).isFalse();
        });
        assertThat(Wilson.estimate(0, 0, 1)).isNull();
    }
}
