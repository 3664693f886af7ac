package tacit.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadReportTest {

    @Test
    void tellsTheTimesOfEachKindAndWhatFailed() {
        List<Answered> answers = new ArrayList<>();
        LongStream.rangeClosed(1, 100).forEach(i -> answers.add(new Answered(Kind.CONTEXT, i, (101 - i) * 1_000, "")));
        answers.add(new Answered(Kind.INGEST, 5, 700, "ingest: status 503"));

        Map<String, Object> report = LoadReport.of(answers, 10);

        assertThat(report)
                .containsEntry("calls", 101)
                .containsEntry("failed", 1)
                .containsEntry("failures", List.of("ingest: status 503"))
                .containsEntry("callsPerSecond", 10.1);
        assertThat(report.get("context"))
                .isEqualTo(Map.of("calls", 100, "p50Ms", 50.0, "p95Ms", 95.0, "p99Ms", 99.0, "longestMs", 100.0));
        assertThat(report.get("recall"))
                .isEqualTo(Map.of("calls", 0, "p50Ms", 0.0, "p95Ms", 0.0, "p99Ms", 0.0, "longestMs", 0.0));
    }

    @Test
    void anAnswerIsTheSameAfterItWasALine() {
        Answered failed = new Answered(Kind.RECALL, 12, 34, "/v1/recall: status 500: {\"a\": 1}");

        assertThat(Answered.of(failed.line())).isEqualTo(failed);
        assertThat(Answered.of(new Answered(Kind.DECIDE, 1, 2, "two\nlines\tand a tab").line())
                        .wrong())
                .isEqualTo("two lines and a tab");
        assertThatThrownBy(() -> Answered.of("CONTEXT\t1")).hasMessageStartingWith("A line must have four fields");
    }

    @ParameterizedTest
    @CsvSource({
        "0, INGEST",
        "29, INGEST",
        "30, CONTEXT",
        "59, CONTEXT",
        "60, RECALL",
        "79, RECALL",
        "80, DECIDE",
        "99, DECIDE"
    })
    void sharesOutTheKinds(int number, Kind kind) {
        assertThat(Kind.of(number)).isEqualTo(kind);
    }

    @Test
    void drawsMomentsThatComeToTheRate() {
        long[] due = Caller.due(100, 60, 1);

        assertThat(due).isSorted();
        assertThat(due.length).isBetween(5_700, 6_300);
        assertThat(due[due.length - 1]).isLessThan(60_000_000);
        assertThat(Caller.due(100, 60, 1)).isEqualTo(due);
        assertThat(Caller.due(100, 60, 2)).isNotEqualTo(due);
    }

    @Test
    void seesGrowthInTheSecondHalfOnly() {
        List<Long> level = IntStream.range(0, 40)
                .mapToObj(i -> i < 20 ? i * 5_000L : 100_000L)
                .toList();
        List<Long> leak = IntStream.range(0, 40).mapToObj(i -> i * 1_024L).toList();

        assertThat(Residence.growth(level, 5)).isZero();
        assertThat(Residence.growth(leak, 5)).isEqualTo(12, Offset.offset(1e-9));
        assertThatThrownBy(() -> Residence.growth(List.of(1L, 2L), 5)).hasMessageContaining("at least four values");
    }
}
