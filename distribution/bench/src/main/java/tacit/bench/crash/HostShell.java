package tacit.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tacit.bench.BenchHost;

/** Types lines into the shell of a host, as {@code ./tacit shell} does. Thread-safe. */
public final class HostShell {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = 50_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int apiPort;
    private final BooleanSupplier alive;
    private final Path data;

    public HostShell(BenchHost host, Path data) {
        this(host.apiPort(), host::isAlive, data);
    }

    HostShell(int apiPort, BooleanSupplier alive, Path data) {
        this.apiPort = apiPort;
        this.alive = alive;
        this.data = data;
    }

    /**
     * What a line printed.
     *
     * @param exit 0 when the command did what was asked
     */
    public record Answer(int exit, String out) {}

    /** Types a line and waits for its end; fails when the host dies before. */
    public Answer type(String line) throws IOException, InterruptedException {
        String token = Files.readString(data.resolve("operator-token")).strip();
        String body = JSON.writeValueAsString(
                Map.of("arguments", List.of(line), "terminal", false, "width", 200, "cwd", data.toString()));
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + apiPort + "/v1/commands/shell"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Cannot type '" + line + "': the host answered " + response.statusCode());
        }
        return answer(response.body());
    }

    /** Types a line until the host answers it; for a host that is starting. */
    public Answer awaitAnswer(String line) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Answer answer = type(line);
                if (answer.exit() == 0) {
                    return answer;
                }
            } catch (IOException starting) {
                // Nobody listens yet: that is what is waited for, and the deadline says when it is too long
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return new Answer(1, "");
    }

    static Answer answer(String lines) throws IOException {
        StringBuilder out = new StringBuilder();
        for (String line : lines.lines().toList()) {
            JsonNode node = JSON.readTree(line);
            out.append(node.path("out").asText()).append(node.path("err").asText());
            if (node.has("exit")) {
                return new Answer(node.path("exit").asInt(), out.toString());
            }
        }
        throw new IOException("Cannot hear the end of the command: the host closed the connection");
    }
}
