package tacit.examples.records.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.examples.records.changes.Demo.Closed;

class DemoSeedsTest {

    @Test
    void saysWhatWasGainedAndWhetherThatMayBeNothing() {
        Gain none = new Gain(48, 20, 20, 0, 0);

        assertThat(DemoSeeds.row(3, new Closed(true, false, none)))
                .isEqualTo("seed 3: passed, not promoted; 20 of 48 before, 20 of 48 after: +0 points"
                        + " (95 % interval +0 to +0); holds 0");
    }

    @Test
    void saysWhenTheGainIsThere() {
        Gain gain = new Gain(48, 20, 40, .25, .55);

        assertThat(DemoSeeds.row(4, new Closed(true, true, gain)))
                .startsWith("seed 4: promoted; ")
                .endsWith("; does not hold 0");
    }

    @Test
    void countsAChangeThatDidNotPassAsNone() {
        Gain worse = new Gain(48, 20, 18, -.1, .02);

        assertThat(DemoSeeds.row(5, new Closed(false, false, worse)))
                .startsWith("seed 5: did not pass; ")
                .endsWith("; holds 0");
    }

    @Test
    void holdsZeroAtTheEndsOfTheInterval() {
        assertThat(new Gain(2, 1, 1, 0, .5).holdsZero()).isTrue();
        assertThat(new Gain(2, 1, 1, -.5, 0).holdsZero()).isTrue();
        assertThat(new Gain(2, 1, 1, .01, .5).holdsZero()).isFalse();
        assertThat(new Gain(2, 1, 1, -.5, -.01).holdsZero()).isFalse();
    }
}
