package tacit.bench.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tacit.bench.BenchHost;

/** The real host with an upstream and memories, until it is closed. */
final class ProxiedHost implements AutoCloseable {

    private static final long SECONDS = 180;
    private static final int AT_ONCE = 500;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BenchHost host;
    private final String token;

    private ProxiedHost(BenchHost host, String token) {
        this.host = host;
        this.token = token;
    }

    static ProxiedHost start(Path data, String upstream) throws IOException, InterruptedException {
        Path etc = Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                etc.resolve("tacit.surface.proxy.Upstream~bench.properties"), "name=bench\nurl=" + upstream + "\n");
        BenchHost host = BenchHost.launch(data);
        Path listening = data.resolve("host.json");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(listening)) {
            if (!host.isAlive() || System.nanoTime() > deadline) {
                host.close();
                throw new IllegalStateException("Cannot start the host: is the distribution built?");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new ProxiedHost(
                host, Files.readString(data.resolve("operator-token")).strip());
    }

    /** Where its proxy is, with {@code /v1}. */
    String address() {
        return "http://127.0.0.1:" + host.apiPort() + "/v1";
    }

    String token() {
        return token;
    }

    /** Gives it this many memories of a workspace. */
    void remember(int memories) throws IOException, InterruptedException {
        for (int from = 0; from < memories; from += AT_ONCE) {
            StringBuilder lines = new StringBuilder();
            for (int i = from; i < Math.min(memories, from + AT_ONCE); i++) {
                lines.append("[2026-01-02] - ").append(Memories.text(i)).append('\n');
            }
            post("/memory/imports?provider=bench&private=false", "text/plain", lines.toString());
        }
        for (int i = 0; i < 20; i++) {
            post(
                    "/memory/users/bench/profile",
                    "application/json",
                    "{\"category\":\"work\",\"text\":\"" + Memories.text(-i - 1) + "\"}");
        }
    }

    private void post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Cannot load memories: " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
