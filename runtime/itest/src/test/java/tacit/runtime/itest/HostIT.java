package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostIT {

    @TempDir
    Path data;

    @Test
    void startsWithoutAProblemAndStopsOnATermSignal() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            String ready = host.output();

            int code = host.terminate();

            assertThat(ready)
                    .doesNotContain("Problem")
                    .containsPattern(
                            "Tacit is ready in \\d+ ms: API http://127.0.0.1:\\d+, OTLP http://127.0.0.1:\\d+, data .*, \\d+ bundles$");
            assertThat(code).isZero();
            assertThat(host.output()).endsWith("Tacit has stopped");
            assertThat(data.resolve("host.json")).doesNotExist();
            assertThat(data.resolve("holder.properties")).doesNotExist();
        }
    }

    @Test
    void showsTheOperatorTokenAtTheFirstStartOnly() throws Exception {
        try (Tacit first = Tacit.up(data)) {
            first.await("Operator token, shown this once");
            first.terminate();
        }

        try (Tacit second = Tacit.up(data)) {
            second.terminate();
            assertThat(second.output()).doesNotContain("Operator token");
        }
    }

    @Test
    void namesTheHolderToASecondStart() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit second = Tacit.run("up", "--data", data, "--port", "0", "--otlp-port", "0");

            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.output())
                    .contains("Cannot use data directory '" + data + "': process " + host.pid() + " (tacit up)")
                    .containsPattern("has held it since \\d{4}-");
        }
    }

    @Test
    void startsAgainAfterItWasKilled() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            host.kill();
        }

        try (Tacit again = Tacit.up(data)) {
            assertThat(again.output()).doesNotContain("Problem");
            assertThat(again.terminate()).isZero();
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Tacit host = Tacit.run("up", "--data", data, "--port", taken.getLocalPort());

            assertThat(host.exitCode()).isEqualTo(3);
            assertThat(host.output())
                    .contains("Cannot open API port " + taken.getLocalPort())
                    .contains("listens there");
        }
    }

    @Test
    void stopsOnShutdownInTheShell() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Tacit.run("shell", "shutdown", "--data", data);

            assertThat(host.awaitExit()).isZero();
            assertThat(host.output()).endsWith("Tacit has stopped");
        }
    }
}
