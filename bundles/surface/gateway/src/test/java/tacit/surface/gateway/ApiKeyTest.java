package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;

class ApiKeyTest {

    private static final String GET = "GET /x HTTP/1.1\r\nHost: 127.0.0.1:7717\r\nConnection: close\r\n";

    private RunningGateway gateway;

    @BeforeEach
    void open(@TempDir Path data) {
        gateway = new RunningGateway(data).with(EchoResource.guarded("GET", "/x", AccessRole.READER));
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void takesATokenThatComesAsAKey() {
        assertThat(gateway.send(GET + "x-api-key: reader\r\n\r\n").text()).contains("200 OK", "reader{}");
        assertThat(gateway.send(GET + "X-Api-Key: operator\r\n\r\n").status()).isEqualTo(200);
    }

    @Test
    void refusesAKeyAsItRefusesAToken() {
        assertThat(gateway.send(GET + "x-api-key: nobody\r\n\r\n").status()).isEqualTo(401);
        assertThat(gateway.send(GET + "x-api-key: \r\n\r\n").status()).isEqualTo(401);
        assertThat(gateway.send(GET + "x-api-key: agent\r\n\r\n").status()).isEqualTo(403);
    }

    @Test
    void believesTheTokenWhereBothCome() {
        assertThat(gateway.send(GET + "x-api-key: reader\r\nAuthorization: Bearer nobody\r\n\r\n")
                        .status())
                .isEqualTo(401);
        assertThat(gateway.send(GET + "x-api-key: nobody\r\nAuthorization: Bearer reader\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }
}
