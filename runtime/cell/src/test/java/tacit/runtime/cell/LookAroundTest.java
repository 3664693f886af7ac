package tacit.runtime.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAroundTest {

    @Test
    void tellsThatItReachesThePort() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LookAround.look(listener.getLocalPort(), List.of())).contains("network", "done");
        }
    }

    @Test
    void tellsThatItDoesNot() throws Exception {
        int port;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listener.getLocalPort();
        }

        assertThat(LookAround.look(port, List.of())).doesNotContain("network").endsWith("done");
    }

    @Test
    void namesWhatItSees(@TempDir Path folder) throws Exception {
        String absent = folder.resolve("absent").toString();

        assertThat(LookAround.look(1, List.of(folder.toString(), absent)))
                .contains("sees " + folder)
                .doesNotContain("sees " + absent);
    }
}
