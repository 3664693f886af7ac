package tacit.bench.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void saysWhatAShareOfTheRunsDidNotExceed() {
        List<Long> nanos = LongStream.rangeClosed(1, 100)
                .map(run -> (101 - run) * 1_000_000)
                .boxed()
                .toList();

        assertThat(new Times(nanos).row("x"))
                .containsEntry("what", "x")
                .containsEntry("runs", 100)
                .containsEntry("p50Ms", 50.0)
                .containsEntry("p95Ms", 95.0)
                .containsEntry("p99Ms", 99.0);
        assertThat(new Times(List.of(1_250_000L)).millis(0.5)).isEqualTo(1.3);
    }

    @Test
    void refusesNoRuns() {
        assertThatThrownBy(() -> new Times(List.of())).hasMessage("nanos must not be empty");
    }
}
