package tacit.runtime.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostAddressTest {

    private static final String REST = ",\"apiPort\":7717,\"otlpPort\":4318,\"startedAt\":\"2026-01-01T00:00:00Z\"}";

    @TempDir
    Path folder;

    @Test
    void readsWhatTheGatewayWrote() throws Exception {
        long self = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("host.json"), "{\"pid\":" + self + REST);

        assertThat(HostAddress.read(new DataDirectory(folder))).contains(new HostAddress(self, 7717, 4318));
    }

    @Test
    void answersNothingForAHostThatDied() throws Exception {
        Files.writeString(folder.resolve("host.json"), "{\"pid\":999999999" + REST);

        assertThat(HostAddress.read(new DataDirectory(folder))).isEmpty();
    }

    @Test
    void answersNothingWhereNoHostRuns() {
        assertThat(HostAddress.read(new DataDirectory(folder))).isEmpty();
    }

    @Test
    void refusesAFileWithoutPorts() throws Exception {
        assertThat(HostAddress.parse("{\"pid\":1}")).isEmpty();
    }

    @Test
    void answersNothingForHalfAFile() throws Exception {
        Files.writeString(folder.resolve("host.json"), "{\"pid\":1,\"api");

        assertThat(HostAddress.read(new DataDirectory(folder))).isEmpty();
    }
}
