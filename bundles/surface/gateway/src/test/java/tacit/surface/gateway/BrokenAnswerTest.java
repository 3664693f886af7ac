package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

class BrokenAnswerTest {

    private static final String GET = " HTTP/1.1\r\nHost: 127.0.0.1:7717\r\n\r\n";

    private RunningGateway gateway;

    @BeforeEach
    void open(@TempDir Path data) {
        gateway = new RunningGateway(data).with(new Breaking()).with(EchoResource.open("GET", "/x"));
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    @Test
    void endsTheConnectionBeforeTheEndOfTheAnswer() {
        String text = gateway.send("GET /broken" + GET).text();

        assertThat(text).contains("200 OK", "some of it").doesNotContain("\r\n0\r\n");
    }

    @Test
    void servesOthersAsBefore() {
        gateway.send("GET /broken" + GET);

        assertThat(gateway.send("GET /x HTTP/1.1\r\nHost: 127.0.0.1:7717\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    private static final class Breaking implements HttpResource {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/broken";
        }

        @Override
        public Optional<AccessRole> role() {
            return Optional.empty();
        }

        @Override
        public Reply handle(Call call) {
            return new Reply(200, "text/plain", Map.of(), out -> {
                out.write("some of it".getBytes(StandardCharsets.UTF_8));
                out.flush();
                throw new IOException("it broke off");
            });
        }
    }
}
