package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void goesByWhatActsTookOfLate() {
        Pace pace = new Pace();
        assertThat(pace.nanos(Act.RUN)).isEqualTo(500_000_000);

        pace.took(Act.RUN, 100);
        pace.took(Act.RUN, 300);

        assertThat(pace.nanos(Act.RUN)).isEqualTo(200);
        assertThat(pace.nanos(Act.PROMOTE)).isEqualTo(500_000_000);
    }
}
