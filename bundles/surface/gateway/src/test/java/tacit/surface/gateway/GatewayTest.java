package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesToListenBeyondThisMachine(String host) {
        assertThatThrownBy(() -> new Gateway(FixedConfig.at(host, 0, data)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host must be a loopback address")
                .hasMessageContaining("TLS only, see tacit.surface.gateway.Outside");
    }

    @Test
    void choosesFreePorts() {
        Gateway gateway = new Gateway(FixedConfig.in(data));

        assertThat(gateway.apiPort()).isPositive().isNotEqualTo(gateway.otlpPort());
        assertThat(gateway.otlpPort()).isPositive();
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> new Gateway(FixedConfig.at("127.0.0.1", port, data)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + port);
        }
    }

    @Test
    void refusesPortsThatDoNotExist() {
        assertThatThrownBy(() -> new Gateway(FixedConfig.at("127.0.0.1", 65_536, data)))
                .hasMessage("api.port must be in [0, 65535], got 65536");
    }

    @Test
    void tellsFelixWhereToListen() {
        Gateway gateway = new Gateway(FixedConfig.in(data));

        assertThat(ApiListener.settings(gateway))
                .containsEntry("org.apache.felix.http.host", "127.0.0.1")
                .containsEntry("org.osgi.service.http.port", gateway.apiPort())
                .containsEntry("org.apache.felix.http.timeout", 5_000);
    }

    @Test
    void findsItsPortAmongTheServersEndpoints() {
        assertThat(HostFile.serves(new String[] {"http://127.0.0.1:80/", "http://127.0.0.1:7717/"}, 7717))
                .isTrue();
        assertThat(HostFile.serves(new String[] {"http://127.0.0.1:17717/"}, 7717))
                .isFalse();
        assertThat(HostFile.serves(null, 7717)).isFalse();
    }
}
