package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.RequestInfoDTO;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;

class HostFileTest {

    private static final HttpServiceRuntime RUNTIME = new SilentRuntime();

    @TempDir
    Path data;

    @Test
    void saysWhereTheHostListensOnceItDoes() throws IOException {
        Gateway gateway = new Gateway(FixedConfig.in(data));
        HostFile file = file(gateway);

        file.bindRuntime(RUNTIME, endpoint(8080));
        assertThat(data.resolve("host.json")).doesNotExist();
        file.bindRuntime(RUNTIME, endpoint(gateway.apiPort()));

        assertThat(Files.readString(data.resolve("host.json")))
                .isEqualTo("{\"pid\":" + ProcessHandle.current().pid() + ",\"apiPort\":" + gateway.apiPort()
                        + ",\"otlpPort\":" + gateway.otlpPort() + ",\"startedAt\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void takesTheFileAwayWhenTheServerStops() throws IOException {
        Gateway gateway = new Gateway(FixedConfig.in(data));
        HostFile file = file(gateway);
        file.bindRuntime(RUNTIME, endpoint(gateway.apiPort()));

        file.unbindRuntime(RUNTIME, endpoint(gateway.apiPort()));

        assertThat(data).isEmptyDirectory();
    }

    private static HostFile file(Gateway gateway) throws IOException {
        return new HostFile(gateway, null, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Map<String, Object> endpoint(int port) {
        return Map.of("osgi.http.endpoint", new String[] {"http://127.0.0.1:" + port + "/"});
    }

    private static final class SilentRuntime implements HttpServiceRuntime {

        @Override
        public RuntimeDTO getRuntimeDTO() {
            return new RuntimeDTO();
        }

        @Override
        public RequestInfoDTO calculateRequestInfoDTO(String path) {
            return new RequestInfoDTO();
        }
    }
}
