package tacit.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoaderWatchTest {

    private final LoaderWatch watch = new LoaderWatch();

    @Test
    void countsALoaderThatSomethingStillHolds() {
        ClassLoader held = new URLClassLoader(new URL[0]);
        watch.see(List.of(held));

        assertThat(watch.leaked(List.of())).isEqualTo(1);
        assertThat(watch.leaked(List.of(held))).isZero();
    }

    @Test
    void countsNoneThatNothingHolds() {
        watch.see(List.of(new URLClassLoader(new URL[0])));

        assertThat(watch.leaked(List.of())).isZero();
    }
}
