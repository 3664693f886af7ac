package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example channel, dropped into a running host, swapped while messages come in, and rolled back. */
class ChannelIT {

    private static final String SECRET = "it-secret";
    private static final int MESSAGES = 200;

    @TempDir
    Path data;

    @TempDir
    Path work;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private HttpServer outside;

    @BeforeEach
    void listen() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/agent", call -> reply(call, "Pump seven"));
        outside.createContext("/answers", call -> {
            answers.add(call.getRequestHeaders().getFirst("X-Page-Id") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            reply(call, "ok");
        });
        outside.setExecutor(Executors.newFixedThreadPool(4));
        outside.start();
    }

    @AfterEach
    void hangUp() {
        outside.stop(0);
        ((ExecutorService) outside.getExecutor()).shutdownNow();
    }

    private static void reply(HttpExchange call, String text) throws IOException {
        call.getRequestBody().readAllBytes();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "text/plain");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Test
    void aChannelIsSwappedUnderLoadWithoutALostOrDoubledMessage() throws Exception {
        PluginProject project = PluginProject.copyOf("channel-plugin", work.resolve("project"));
        Path first = project.build("pager", "1.0.0");
        Path next = project.edit("example/pager/PagerChannel.java", "\": \" + message", "\"> \" + message")
                .build("pager", "1.1.0");
        configure();
        Path plugins = Files.createDirectories(data.resolve("plugins"));
        Files.copy(first, plugins.resolve("pager-1.0.0.jar"));
        Files.copy(next, plugins.resolve("pager-1.1.0.jar"));

        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            assertThat(page(api, "early", "ada: Hello").statusCode()).isEqualTo(503);
            until(api, "tacit:activate example.pager@1.0.0", "is active");
            assertThat(page(api, "first", "ada: Which pump?").statusCode()).isEqualTo(202);
            assertThat(page(api, "first", "ada: Which pump?").statusCode()).isEqualTo(200);
            until(api, "tacit:channels --json", "\\\"done\\\":1");
            assertThat(answers).hasSize(1).allMatch(answer -> answer.endsWith(" ada: Pump seven"));

            ExecutorService senders = Executors.newFixedThreadPool(4);
            List<Future<Integer>> sent = IntStream.range(0, MESSAGES)
                    .mapToObj(n -> senders.submit(() -> page(api, "m" + n, "u" + "abcd".charAt(n % 4) + ": Which pump?")
                            .statusCode()))
                    .toList();
            for (int swap = 0; swap < 4; swap++) {
                assertThat(api.shell("tacit:activate example.pager@1.1.0")).contains("is active");
                assertThat(api.shell("tacit:rollback")).contains("is active");
            }
            for (Future<Integer> one : sent) {
                assertThat(one.get()).isEqualTo(202);
            }
            senders.shutdown();
            until(api, "tacit:channels --json", "\\\"done\\\":" + (MESSAGES + 1));

            assertThat(answers).hasSize(MESSAGES + 1).doesNotHaveDuplicates();
            assertThat(answers).allMatch(answer -> answer.matches("\\S+ [a-z]+[:>] Pump seven"));
            assertThat(api.shell("tacit:roles")).containsPattern("channel/pager +example\\.pager +1\\.0\\.0");
            assertThat(api.shell("tacit:traces --limit 500")).contains("channel-pager-");
            assertThat(host.terminate()).isZero();
        }
    }

    private void configure() throws IOException {
        String address = "http://127.0.0.1:" + outside.getAddress().getPort();
        Path etc = Files.createDirectories(data.resolve("etc"));
        Path secret = Files.writeString(work.resolve("secret"), SECRET + "\n");
        Files.writeString(
                etc.resolve("tacit.surface.channels.Account~pager.properties"),
                "channel = pager\naddress = " + address + "/answers\nsecret.file = " + secret + "\n");
        Files.writeString(
                etc.resolve("tacit.surface.channels.HttpAgent~it.properties"), "url = " + address + "/agent\n");
    }

    /** Runs a command until its answer holds that. */
    private static void until(Api api, String line, String wanted) throws Exception {
        String answer = "";
        for (int look = 0; look < 600 && !answer.contains(wanted); look++) {
            answer = api.shell(line);
        }
        assertThat(answer).contains(wanted);
    }

    private HttpResponse<String> page(Api api, String id, String body) throws Exception {
        String time = String.valueOf(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.address() + "/v1/channels/pager/webhook"))
                .header("Content-Type", "text/plain")
                .header("X-Page-Id", id)
                .header("X-Page-Time", time)
                .header("X-Page-Signature", "sha256=" + HexFormat.of().formatHex(hash))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
