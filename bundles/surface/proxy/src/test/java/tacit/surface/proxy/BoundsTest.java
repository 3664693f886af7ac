package tacit.surface.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final String CHAT = "/v1/chat/completions";
    private static final String ASK = "{\"model\":\"m-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Count\"}]}";

    private final CountDownLatch goOn = new CountDownLatch(1);
    private ScriptedUpstream model;
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        model = new ScriptedUpstream();
    }

    private void rig(Map<String, ?> settings) throws Exception {
        rig = new Rig(settings);
        rig.upstream("main", model, "openai", Map.of());
    }

    @AfterEach
    void close() {
        goOn.countDown();
        rig.close();
        model.close();
    }

    @Test
    void goesOnWithoutAContextThatIsLate() throws Exception {
        rig(Map.of("patience_millis", 20));
        rig.memory.words = request -> {
            await(goOn);
            return "too late";
        };

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-tacit-context")).contains("late");
        assertThat(model.last().body()).isEqualTo(ASK);
        assertThat(Rig.chat(rig.kept().get(0)).attributes()).containsEntry("tacit.context.state", "late");
    }

    @Test
    void waitsForNoContextWhileManyHang() throws Exception {
        rig(Map.of("patience_millis", 1));
        rig.memory.words = request -> {
            await(goOn);
            return "too late";
        };

        String last = "";
        for (int i = 0; i < 17; i++) {
            last = rig.post(CHAT, "ann", ASK)
                    .headers()
                    .firstValue("x-tacit-context")
                    .orElseThrow();
        }

        assertThat(last).isEqualTo("busy");
    }

    @Test
    void switchesContextsOff() throws Exception {
        rig(Map.of("enabled", false));

        assertThat(rig.post(CHAT, "ann", ASK).headers().firstValue("x-tacit-context"))
                .contains("off");
        assertThat(rig.memory.asked).isEmpty();
    }

    @Test
    void refusesMoreCallsThanMayWait() throws Exception {
        rig(Map.of("calls", 1));
        CountDownLatch there = new CountDownLatch(1);
        model.doing((request, exchange) -> {
            there.countDown();
            await(goOn);
            ScriptedUpstream.json(200, "{}").answer(request, exchange);
        });
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> posted(ASK));
        await(there);

        HttpResponse<String> second = rig.post(CHAT, "ann", ASK);

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("retry-after")).contains("1");
        goOn.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(rig.post(CHAT, "ann", ASK).statusCode()).isEqualTo(200);
    }

    @Test
    void givesEachPlaceBackWhateverHappens() throws Exception {
        rig(Map.of("calls", 1));

        for (String body : new String[] {"{", ASK, ASK.replace("}]", "}],\"user\":\"bob\""), ASK}) {
            rig.post(CHAT, "ann", body);
            rig.get("/v1/models", "ann");
        }

        assertThat(rig.post(CHAT, "ann", ASK).statusCode()).isEqualTo(200);
    }

    @Test
    void passesEachChunkOnAsItComes() throws Exception {
        rig(Map.of());
        model.doing((request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(goOn);
            exchange.getResponseBody().write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        try (InputStream in = streamed().body()) {
            String first = new String(in.readNBytes(11), StandardCharsets.UTF_8);
            goOn.countDown();

            assertThat(first).isEqualTo("data: one\n\n");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: two\n\n");
        }
    }

    @Test
    void letsTheUpstreamGoWhenTheCallerIsGone() throws Exception {
        rig(Map.of());
        CountDownLatch gone = new CountDownLatch(1);
        byte[] chunk = ("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + "x".repeat(60_000)
                        + "\"}}]}\n\n")
                .getBytes(StandardCharsets.UTF_8);
        model.doing((request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (goOn.getCount() > 0) {
                    exchange.getResponseBody().write(chunk);
                    exchange.getResponseBody().flush();
                }
            } finally {
                gone.countDown();
            }
        });

        leaveAfterTheFirstByte();

        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Rig.chat(rig.kept().get(0)).attributes()).containsEntry("tacit.proxy.end", "gone");
    }

    @Test
    void passesAHugeAnswerOnAndKeepsItsBeginAndItsEnd() throws Exception {
        rig(Map.of("answer_bytes", 4096));
        String[] chunks = new String[200];
        for (int i = 0; i < chunks.length - 1; i++) {
            chunks[i] = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word" + i + " " + "y".repeat(3000)
                    + "\"}}]}\n\n";
        }
        chunks[chunks.length - 1] =
                "data: {\"model\":\"real\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"completion_tokens\":7}}\n\n";
        model.doing(ScriptedUpstream.chunks(chunks));

        HttpResponse<String> answer = rig.post(CHAT, "ann", ASK);

        assertThat(answer.body()).isEqualTo(String.join("", chunks));
        assertThat(Rig.chat(rig.kept().get(0)).output()).contains("word0").hasSizeLessThan(60_000);
        assertThat(Rig.chat(rig.kept().get(0)).number("gen_ai.usage.output_tokens"))
                .contains(7L);
        assertThat(Rig.chat(rig.kept().get(0)).number("tacit.answer.bytes"))
                .contains((long) answer.body().length());
    }

    @Test
    void passesAHugeRequestOnWholeAndKeepsALittleOfIt() throws Exception {
        rig(Map.of());
        String image = "A".repeat(5 << 20);
        String body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"See\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + image
                        + "\"}}]}]}";

        assertThat(rig.post(CHAT, "ann", body).statusCode()).isEqualTo(200);

        assertThat(model.last().body()).contains(image);
        assertThat(Rig.chat(rig.kept().get(0)).input())
                .isEqualTo(
                        "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"See\"},{\"type\":\"image_url\"}]}]");
    }

    @Test
    void countsWhatItCannotKeep() throws Exception {
        rig(Map.of("queue_bytes", 65_536L));
        String body = ASK.replace("Count", "x".repeat(70_000));

        assertThat(rig.post(CHAT, "ann", body).statusCode()).isEqualTo(200);

        assertThat(rig.kept()).isEmpty();
        assertThat(rig.records.lost()).isEqualTo(1);
    }

    private HttpResponse<String> posted(String body) {
        try {
            return rig.post(CHAT, "ann", body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<InputStream> streamed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(rig.server.uri().resolve(CHAT))
                .header("Authorization", "Bearer ann")
                .POST(HttpRequest.BodyPublishers.ofString(ASK))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private void leaveAfterTheFirstByte() throws Exception {
        URI uri = rig.server.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String head =
                    "POST " + CHAT + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ann\r\nContent-Length: "
                            + ASK.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + ASK).getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
