package tacit.runtime.sandbox.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final List<String> LINES = List.of(
            "Uid:\t60706\t60706\t60706\t60706",
            "Max processes             128                  128                  processes",
            "Max open files            256                  256                  files",
            "processes 3",
            "network",
            "sees /etc/passwd",
            "done");

    @Test
    void readsWhatWasSeen() {
        Sight sight = Sight.read(LINES);

        assertThat(sight.complete()).isTrue();
        assertThat(sight.user()).isEqualTo("60706");
        assertThat(sight.processes()).isEqualTo(3);
        assertThat(sight.leaks()).containsExactly("it reaches the network", "it sees '/etc/passwd'");
    }

    @Test
    void comparesLimits() {
        Sight sight = Sight.read(LINES);

        assertThat(sight.limited(new Limits(128, 32, 448))).isTrue();
        assertThat(sight.limited(new Limits(64, 32, 448))).isFalse();
    }

    @Test
    void isIncompleteWithoutAnEnd() {
        Sight sight = Sight.read(LINES.subList(0, 3));

        assertThat(sight.complete()).isFalse();
        assertThat(Sight.read(List.of()).processes()).isEqualTo(-1);
    }
}
