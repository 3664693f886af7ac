package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Trials;

class TrialHeaderTest {

    private static final String GET = "GET /x HTTP/1.1\r\nHost: 127.0.0.1:7717\r\nConnection: close\r\n";

    private final OneTrial trials = new OneTrial();
    private RunningGateway gateway;

    @BeforeEach
    void open(@TempDir Path data) {
        gateway = new RunningGateway(data).with(EchoResource.open("GET", "/x"));
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void leadsWhoNamesATrialToItsCandidate() {
        gateway.with(trials);

        assertThat(gateway.send(GET + "X-Tacit-Trial: blue\r\n\r\n").status()).isEqualTo(200);
        assertThat(trials.led).containsExactly("blue");
    }

    @Test
    void leadsNobodyElse() {
        gateway.with(trials);

        assertThat(gateway.send(GET + "\r\n").status()).isEqualTo(200);
        assertThat(trials.led).isEmpty();
    }

    @Test
    void refusesATrialThatIsNotOpen() {
        assertThat(gateway.send(GET + "X-Tacit-Trial: blue\r\n\r\n").status()).isEqualTo(409);
        gateway.with(trials);

        RunningGateway.Answer refused = gateway.send(GET + "X-Tacit-Trial: green\r\n\r\n");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isTrue();
        assertThat(trials.led).isEmpty();
    }

    @Test
    void tellsProblemsOfWhatIsLed() {
        gateway.with(trials);

        assertThat(gateway.send(GET.replace("/x ", "/x?teapot=1 ") + "X-Tacit-Trial: blue\r\n\r\n")
                        .status())
                .isEqualTo(418);
    }

    /** A trial named blue is open. */
    private static final class OneTrial implements Trials {

        private final List<String> led = new ArrayList<>();

        @Override
        public ActivationReport open(String id, ActivationRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> open() {
            return Set.of("blue");
        }

        @Override
        public <T> T under(String id, Callable<T> work) throws Exception {
            led.add(id);
            return work.call();
        }

        @Override
        public <T> Callable<T> carried(Callable<T> work) {
            return work;
        }

        @Override
        public void close(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
