package tacit.examples.records.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    @Test
    void readsHowManySeedsAreDone() {
        DemoOptions options = DemoOptions.parse(List.of("--seeds", "20", "--withhold", "--seed", "3"));

        assertThat(options.seeds()).isEqualTo(20);
        assertThat(options.withheld()).isTrue();
        assertThat(options.of(7)).isEqualTo(new DemoOptions(options.command(), 7, false, true, 0));
    }

    @Test
    void showsOneSeedUnlessTold() {
        assertThat(DemoOptions.parse(List.of()).seeds()).isZero();
    }

    @Test
    void asksNobodyForEachOfManySeeds() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--seeds", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--seeds needs --approve or --withhold");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--sed", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown option '--sed'");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--seeds")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option '--seeds' needs a value");
    }
}
