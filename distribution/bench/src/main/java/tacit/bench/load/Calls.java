package tacit.bench.load;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import tacit.bench.SampleTraces;

/** The calls of one connection. Confined to one thread. */
final class Calls {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> TASKS = List.of(
            "Count the invoices that were not shipped last month",
            "Find the customer whose order total is wrong",
            "Report the status of the order table since March",
            "Return the rows with a missing column");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;
    private final String otlp;
    private final String token;
    private final Random random;
    private final SampleTraces traces;

    Calls(int apiPort, int otlpPort, String token, long seed) {
        this.api = "http://127.0.0.1:" + apiPort;
        this.otlp = "http://127.0.0.1:" + otlpPort;
        this.token = token;
        this.random = new Random(seed);
        this.traces = new SampleTraces(seed);
    }

    /** Asks; answers why the answer is not the expected one, and an empty text when it is. */
    String ask(Kind kind) throws InterruptedException {
        try {
            return switch (kind) {
                case INGEST -> ingest();
                case CONTEXT -> json("/v1/context", "{\"task\":\"" + task() + "\"}", "\"contextId\":");
                case RECALL -> json("/v1/recall", "{\"query\":\"" + task() + "\"}", "\"results\":");
                case DECIDE ->
                    json(
                            "/v1/decide",
                            "{\"tool\":\"sql\",\"arguments\":{\"query\":\"" + task() + "\"}}",
                            "\"effect\":");
            };
        } catch (IOException e) {
            return kind.word() + ": " + e;
        }
    }

    private String task() {
        return TASKS.get(random.nextInt(TASKS.size()));
    }

    private String ingest() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(otlp + "/v1/traces"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(traces.request(1).toByteArray()))
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            return "ingest: status " + answer.statusCode();
        }
        long rejected = ExportTraceServiceResponse.parseFrom(answer.body())
                .getPartialSuccess()
                .getRejectedSpans();
        return rejected == 0 ? "" : "ingest: " + rejected + " spans rejected";
    }

    private String json(String path, String body, String expected) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean good = answer.statusCode() == 200 && answer.body().contains(expected);
        return good ? "" : path + ": status " + answer.statusCode() + ": " + answer.body();
    }
}
