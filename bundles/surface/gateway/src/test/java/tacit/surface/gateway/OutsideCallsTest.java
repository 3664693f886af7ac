package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;

/** Calls over the port beyond this machine, with TLS. */
class OutsideCallsTest {

    private RunningGateway gateway;
    private SSLContext trusting;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        TestKeys keys = TestKeys.in(data, "dns:tacit.example,ip:127.0.0.1");
        trusting = keys.trusting();
        gateway = new RunningGateway(data, keys.outside("127.0.0.1"))
                .with(EchoResource.guarded("GET", "/v1/things", AccessRole.READER))
                .withOtlp(EchoResource.guarded("POST", "/v1/traces", AccessRole.AGENT));
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void servesHoldersOfTokens() {
        assertThat(get("tacit.example", "/v1/things", "Authorization: Bearer reader\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void demandsATokenOfExportersToo() {
        assertThat(send("tacit.example", "POST", "/v1/traces", "").status()).isEqualTo(401);
        assertThat(send("tacit.example", "POST", "/v1/traces", "Authorization: Bearer agent\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(gateway.sendOtlp("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .as("from this machine none is needed")
                .isEqualTo(200);
    }

    @Test
    void refusesNamesThatAreNotOnItsCertificate() {
        RunningGateway.Answer answer = get("evil.example", "/v1/things", "Authorization: Bearer reader\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("a name of this host's certificate");
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        String headers = "Authorization: Bearer reader\r\nOrigin: https://evil.example\r\n";

        assertThat(get("tacit.example", "/v1/things", headers).status()).isEqualTo(403);
    }

    @Test
    void doesNotAnswerInClearText() {
        assertThat(gateway.sendOutside("GET /v1/things HTTP/1.1\r\nHost: tacit.example\r\n\r\n"))
                .doesNotContain("200");
    }

    @Test
    void letsNobodyInByTheNameOfThisMachineUnlessCertified() {
        assertThat(get("localhost", "/v1/things", "Authorization: Bearer reader\r\n")
                        .status())
                .isEqualTo(403);
        assertThat(get("127.0.0.1", "/v1/things", "Authorization: Bearer reader\r\n")
                        .status())
                .isEqualTo(200);
    }

    private RunningGateway.Answer get(String host, String path, String headers) {
        return send(host, "GET", path, headers);
    }

    private RunningGateway.Answer send(String host, String method, String path, String headers) {
        String request =
                method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n";
        return gateway.sendOutside(trusting, request);
    }
}
