package tacit.runtime.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.runtime.launcher.doctor.Finding.State;

class PortCheckTest {

    @Test
    void failsForAPortThatIsTakenAndNamesTheProcess() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = new PortCheck("API", taken.getLocalPort(), false).run();

            assertThat(finding.state()).isEqualTo(State.FAIL);
            assertThat(finding.mend()).isNotEmpty();
        }
    }

    @Test
    void acceptsThePortThatThisHostHolds() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new PortCheck("API", taken.getLocalPort(), true).run().state())
                    .isEqualTo(State.OK);
        }
    }

    @Test
    void findsTheListeningSocketInTheTableOfTheSystem() {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:1E25 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0",
                "   1: 0100007F:1E25 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0",
                "   2: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0");

        assertThat(PortHolder.sockets(table, 7717)).containsExactly("socket:[4711]");
    }
}
