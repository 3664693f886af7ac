package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.access.AccessRole;

/** Who sends too much, or what nobody takes, is told so, however late it sends. */
class IncomingBodyTest {

    private static final int LONG = 300_000;
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    private static RunningGateway gateway;

    @BeforeAll
    static void open(@TempDir Path data) {
        gateway = new RunningGateway(data)
                .with(EchoResource.open("GET", "/open"))
                .with(EchoResource.open("POST", "/open"))
                .with(EchoResource.guarded("POST", "/write", AccessRole.AGENT));
    }

    @AfterAll
    static void close() throws Exception {
        gateway.close();
    }

    static Stream<Arguments> refused() {
        String length = "Content-Length: " + LONG + "\r\n";
        String whole = "a".repeat(LONG);
        String chunks = chunk(whole) + "0\r\n\r\n";
        return Stream.of(
                Arguments.of(413, "/open", length, whole),
                Arguments.of(413, "/open", "Transfer-Encoding: chunked\r\n", chunks),
                Arguments.of(415, "/open", "Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", chunks),
                Arguments.of(401, "/write", length, whole),
                Arguments.of(404, "/nothing", length, whole));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refused")
    void isAnsweredThoughItSendsOn(int status, String path, String headers, String body) throws Exception {
        try (Socket socket = connect()) {
            send(socket, head(path, headers));
            Thread.sleep(100);
            send(socket, body);

            assertThat(answer(socket)).startsWith("HTTP/1.1 " + status).contains("\"status\":" + status);

            send(socket, "GET /open HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void isAnsweredThoughItSendsNothing() throws Exception {
        try (Socket socket = connect()) {
            send(socket, head("/open", "Content-Length: " + LONG + "\r\n"));

            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("Connection: close");
        }
    }

    @Test
    void isAnsweredThoughItWasToldToSendMore() throws Exception {
        try (Socket socket = connect()) {
            send(socket, head("/open", "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n"));
            assertThat(until(socket, "\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            send(socket, chunk("a".repeat(1_001)));
            Thread.sleep(100);
            send(socket, chunk("a".repeat(LONG)) + "0\r\n\r\n");

            assertThat(answer(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void isNotToldToSendWhatWillBeRefused() throws Exception {
        try (Socket socket = connect()) {
            send(socket, head("/open", "Expect: 100-continue\r\nContent-Length: " + LONG + "\r\n"));

            assertThat(answer(socket)).startsWith("HTTP/1.1 413");
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String head(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next answer on a connection: its head, and its body of the length that the head tells. */
    private static String answer(Socket socket) throws IOException {
        String head = until(socket, "\r\n\r\n");
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head).isTrue();
        return head
                + new String(
                        socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
    }

    private static String until(Socket socket, String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("closed after '%s'", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }
}
