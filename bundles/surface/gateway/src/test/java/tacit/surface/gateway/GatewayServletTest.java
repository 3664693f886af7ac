package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;

class GatewayServletTest {

    private static final String END = " HTTP/1.1\r\nHost: 127.0.0.1:7717\r\nConnection: close\r\n";

    private RunningGateway gateway;

    @BeforeEach
    void open(@TempDir Path data) {
        gateway = new RunningGateway(data);
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void servesResourcesThatComeAndGo() {
        EchoResource resource = EchoResource.open("GET", "/late");

        int before = gateway.send("GET /late" + END + "\r\n").status();
        gateway.with(resource);
        int there = gateway.send("GET /late" + END + "\r\n").status();
        gateway.remove(resource);
        int gone = gateway.send("GET /late" + END + "\r\n").status();

        assertThat(new int[] {before, there, gone}).containsExactly(404, 200, 404);
    }

    @Test
    void handsOverParametersDecoded() {
        gateway.with(EchoResource.open("GET", "/items/{id}"));

        String text =
                gateway.send("GET /items/a%20b+c?x=1&x=2%26&y" + END + "\r\n").text();

        assertThat(text).contains("anybody{id=a b+c}{x=[1, 2&], y=[]}0");
    }

    @Test
    void prefersTheMoreExactPath() {
        gateway.with(EchoResource.open("GET", "/items/{id}")).with(EchoResource.open("GET", "/items/all"));

        assertThat(gateway.send("GET /items/all" + END + "\r\n").text()).contains("X-Path: /items/all");
    }

    @Test
    void answersHeadWithoutABody() {
        gateway.with(EchoResource.open("GET", "/open"));

        RunningGateway.Answer answer = gateway.send("HEAD /open" + END + "\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).endsWith("\r\n\r\n").contains("X-Path: /open");
    }

    @Test
    void keepsTheStatusThatAResourceGives() {
        gateway.with(EchoResource.open("GET", "/open"));

        RunningGateway.Answer answer = gateway.send("GET /open?teapot=1" + END + "\r\n");

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.text()).contains("Short and stout");
    }

    @Test
    void letsExportersInWithoutATokenOnTheirPortOnly() {
        EchoResource agents = new EchoResource("POST", "/v1/traces", Optional.of(AccessRole.AGENT), 100);
        gateway.withOtlp(agents).with(EchoResource.guarded("POST", "/v1/outcomes", AccessRole.AGENT));

        assertThat(gateway.sendOtlp("POST /v1/traces" + END + "\r\n").text()).contains("anybody");
        assertThat(gateway.send("POST /v1/traces" + END + "\r\n").status()).isEqualTo(404);
        assertThat(gateway.send("POST /v1/outcomes" + END + "\r\n").status()).isEqualTo(401);
    }

    @Test
    void knowsTheCallerByTheToken() {
        gateway.with(EchoResource.guarded("GET", "/read", AccessRole.READER));

        String text = gateway.send("GET /read" + END + "Authorization: bearer operator\r\n\r\n")
                .text();

        assertThat(text)
                .contains("operator{}")
                .contains("Cache-Control: no-store")
                .contains("nosniff");
    }

    @Test
    void takesItsOwnNamesOnly() {
        assertThat(LocalNames.host("localhost")).isTrue();
        assertThat(LocalNames.host("LOCALHOST:7717")).isTrue();
        assertThat(LocalNames.host("[::1]:7717")).isTrue();
        assertThat(LocalNames.host("127.0.0.1.evil.example")).isFalse();
        assertThat(LocalNames.host("[::2]")).isFalse();
        assertThat(LocalNames.host("")).isFalse();
        assertThat(LocalNames.origin("http://127.0.0.1:7717")).isTrue();
        assertThat(LocalNames.origin("http://localhost@evil.example")).isFalse();
    }
}
