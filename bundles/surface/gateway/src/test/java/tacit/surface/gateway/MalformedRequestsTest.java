package tacit.surface.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.access.AccessRole;

/** What is wrong with a request decides its status, and the answer is always a problem that says so. */
class MalformedRequestsTest {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String AGENT = "Authorization: Bearer agent\r\n";

    private static RunningGateway gateway;

    @BeforeAll
    static void open(@TempDir Path data) {
        gateway = new RunningGateway(data)
                .with(EchoResource.open("GET", "/open"))
                .with(EchoResource.open("POST", "/open"))
                .with(EchoResource.open("GET", "/items/{id}"))
                .with(EchoResource.guarded("GET", "/read", AccessRole.READER))
                .with(EchoResource.guarded("POST", "/write", AccessRole.AGENT))
                .with(EchoResource.guarded("POST", "/rule", AccessRole.OPERATOR));
    }

    @AfterAll
    static void close() throws Exception {
        gateway.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                request(505, "no version", "GET /open\r\n\r\n"),
                request(400, "no target", "GET\r\nHost: localhost\r\n\r\n"),
                request(400, "no host", "GET /open HTTP/1.1\r\nConnection: close\r\n\r\n"),
                request(400, "two hosts", "GET /open HTTP/1.1\r\nHost: localhost\r\n" + HOST + "\r\n"),
                request(400, "space in a header's name", get("/open", "Bad Name: x\r\n")),
                request(400, "bad percent in the path", get("/items/%zz", "")),
                request(400, "bad percent in the query", get("/open?a=%zz", "")),
                request(400, "half a percent in the query", get("/open?a=%4", "")),
                request(400, "slash hidden in a segment", get("/items/a%2Fb", "")),
                request(400, "dot segment hidden", get("/items/%2e%2e", "")),
                request(400, "length that is no number", post("/open", "Content-Length: ten\r\n", "")),
                request(400, "negative length", post("/open", "Content-Length: -1\r\n", "")),
                request(400, "two lengths", post("/open", "Content-Length: 1\r\nContent-Length: 2\r\n", "ab")),
                request(
                        400,
                        "length and chunks",
                        post("/open", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")),
                request(400, "bad chunk", post("/open", "Transfer-Encoding: chunked\r\n", "zz\r\nab\r\n")),
                request(403, "foreign host", "GET /open HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
                request(
                        403,
                        "host that only begins well",
                        "GET /open HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n\r\n"),
                request(403, "foreign origin", get("/open", "Origin: https://evil.example\r\n")),
                request(403, "origin null", get("/open", "Origin: null\r\n")),
                request(404, "nothing there", get("/nothing", "")),
                request(404, "longer path", get("/open/more", "")),
                request(404, "slash at the end", get("/open/", "")),
                request(404, "empty parameter", get("/items/", "")),
                request(404, "other case", get("/OPEN", "")),
                request(404, "resource of the other port", get("/v1/otlp", "")),
                request(405, "wrong method", "DELETE /open HTTP/1.1\r\n" + HOST + "\r\n"),
                request(405, "unknown method", "BREW /open HTTP/1.1\r\n" + HOST + "\r\n"),
                request(405, "cross-origin question", "OPTIONS /write HTTP/1.1\r\n" + HOST + "\r\n"),
                request(405, "trace method", "TRACE /open HTTP/1.1\r\n" + HOST + "\r\n"),
                request(401, "no token", get("/read", "")),
                request(401, "empty token", get("/read", "Authorization: Bearer \r\n")),
                request(401, "unknown token", get("/read", "Authorization: Bearer nobody\r\n")),
                request(401, "other scheme", get("/read", "Authorization: Basic YWdlbnQ6\r\n")),
                request(401, "token without a scheme", get("/read", "Authorization: reader\r\n")),
                request(401, "bad token where none is needed", get("/open", "Authorization: Bearer nobody\r\n")),
                request(403, "agent that reads", get("/read", AGENT)),
                request(403, "agent that rules", post("/rule", AGENT + "Content-Length: 0\r\n", "")),
                request(403, "reader that rules", post("/rule", "Authorization: Bearer reader\r\n", "")),
                request(406, "wants only images", get("/open", "Accept: image/png\r\n")),
                request(406, "refuses text", get("/open", "Accept: text/plain;q=0\r\n")),
                request(413, "announced too long", post("/open", "Content-Length: 1001\r\n", "")),
                request(413, "chunks too long", post("/open", "Transfer-Encoding: chunked\r\n", chunk(1_001))),
                request(415, "unknown packing", body("/open", "br", "abc".getBytes(StandardCharsets.UTF_8))),
                request(415, "two packings", body("/open", "gzip, gzip", gzip(10))),
                request(400, "packed, but not gzip", body("/open", "gzip", "abc".getBytes(StandardCharsets.UTF_8))),
                request(400, "packed and cut off", body("/open", "gzip", Arrays.copyOf(gzip(500), 20))),
                request(400, "packed and empty", body("/open", "gzip", new byte[0])),
                request(413, "unpacks to too much", body("/open", "gzip", gzip(1_001))),
                request(413, "a bomb", body("/open", "gzip", gzip(500_000))),
                request(500, "broken resource", get("/open?fail=1", "")),
                request(431, "head too long", get("/open", "X-Long: " + "a".repeat(20_000) + "\r\n")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void answersWithAProblem(int status, String what, byte[] request) {
        RunningGateway.Answer answer = gateway.send(request);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.text()).isTrue();
        assertThat(answer.text()).doesNotContain("secret detail", "Exception", "tacit.surface", "<html>");
    }

    @Test
    void namesTheMethodsThatAPathKnows() {
        assertThat(gateway.send("PUT /open HTTP/1.1\r\n" + HOST + "\r\n").text())
                .contains("Allow: GET, HEAD, POST");
    }

    @Test
    void asksForABearerToken() {
        assertThat(gateway.send(new String(get("/read", ""), StandardCharsets.UTF_8))
                        .text())
                .contains("WWW-Authenticate: Bearer realm=\"tacit\"");
    }

    @Test
    void allowsNoForeignPage() {
        String question = "OPTIONS /write HTTP/1.1\r\n" + HOST + "Origin: http://localhost:3000\r\n\r\n";

        assertThat(gateway.send(question).text()).doesNotContain("Access-Control");
    }

    private static Arguments request(int status, String what, String text) {
        return request(status, what, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Arguments request(int status, String what, byte[] bytes) {
        return Arguments.of(status, what, bytes);
    }

    private static byte[] get(String target, String headers) {
        return ("GET " + target + " HTTP/1.1\r\n" + HOST + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] post(String target, String headers, String body) {
        return ("POST " + target + " HTTP/1.1\r\n" + HOST + headers + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(String target, String encoding, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        String headers = "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n";
        request.writeBytes(post(target, headers, ""));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static String chunk(int length) {
        return Integer.toHexString(length) + "\r\n" + "a".repeat(length) + "\r\n0\r\n\r\n";
    }

    private static byte[] gzip(int length) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[length]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
