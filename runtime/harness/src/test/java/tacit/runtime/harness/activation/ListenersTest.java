package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.GenerationListener;

final class ListenersTest {

    private final List<Long> heard = new ArrayList<>();
    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "first"))
                .boot();
        listen(() -> heard.add(host.named()));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void listen(GenerationListener listener) {
        host.felix.context().registerService(GenerationListener.class, listener, null);
    }

    private boolean activate() {
        return host.activate(Map.of("one", Samples.answering("one", "second"))).succeeded();
    }

    @Test
    void hearOfEachActivationAndRollbackOnceItDecides() {
        activate();
        host.harness.rollBack(Optional.empty(), "ada", "it was better before");

        assertThat(heard).containsExactly(2L, 1L);
    }

    @Test
    void hearNothingOfAChangeThatIsRefused() {
        assertThat(host.harness.rollBack(Optional.of(99L), "ada", "a typo").succeeded())
                .isFalse();

        assertThat(heard).isEmpty();
    }

    @Test
    void undoNothingWhenTheyFail() {
        listen(() -> {
            throw new IllegalStateException("This one fails");
        });
        listen(() -> heard.add(99L));

        assertThat(activate()).isTrue();

        assertThat(heard).containsExactlyInAnyOrder(2L, 99L);
        assertThat(host.askFacade("one")).isEqualTo("second");
    }
}
