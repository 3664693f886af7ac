package tacit.bench.kills;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Sends runs of an agent to a host, and remembers which of them it acknowledged. Confined to one thread at a time. */
final class Evidence {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TOOK_NANOS = 10_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random;
    private final Clock clock;
    private final Told told;

    Evidence(Random random, Clock clock, Told told) {
        this.random = random;
        this.clock = clock;
        this.told = told;
    }

    /** Runs that somebody graded. */
    void graded(int otlpPort, boolean passed, int runs) throws IOException, InterruptedException {
        ArrayNode spans = JSON.createArrayNode();
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < runs; i++) {
            ObjectNode event = run(spans, ids).putArray("events").addObject().put("name", "gen_ai.evaluation.result");
            event.put("timeUnixNano", now());
            ArrayNode attributes = event.putArray("attributes");
            put(attributes, "gen_ai.evaluation.name", "bench");
            put(attributes, "gen_ai.evaluation.score.label", passed ? "pass" : "fail");
        }
        send(otlpPort, spans, ids);
    }

    /** Runs whose one call of a tool failed, each with its own words. */
    void failed(int otlpPort, List<String> messages) throws IOException, InterruptedException {
        ArrayNode spans = JSON.createArrayNode();
        Set<String> ids = new LinkedHashSet<>();
        for (String message : messages) {
            ObjectNode run = run(spans, ids);
            ObjectNode call = span(spans, run.path("traceId").asText(), "execute_tool order");
            call.put("parentSpanId", run.path("spanId").asText());
            ArrayNode attributes = call.putArray("attributes");
            put(attributes, "gen_ai.operation.name", "execute_tool");
            put(attributes, "gen_ai.tool.name", "order");
            put(attributes, "error.type", "OrderError");
            call.putObject("status").put("code", 2).put("message", message);
        }
        send(otlpPort, spans, ids);
    }

    private ObjectNode run(ArrayNode spans, Set<String> ids) {
        String id = hex() + hex();
        ids.add(id);
        ObjectNode span = span(spans, id, "invoke_agent bench");
        ArrayNode attributes = span.putArray("attributes");
        put(attributes, "gen_ai.operation.name", "invoke_agent");
        put(attributes, "gen_ai.agent.name", "bench");
        return span;
    }

    private ObjectNode span(ArrayNode spans, String trace, String name) {
        return spans.addObject()
                .put("traceId", trace)
                .put("spanId", hex())
                .put("name", name)
                .put("kind", 1)
                .put("startTimeUnixNano", String.valueOf(Long.parseLong(now()) - TOOK_NANOS))
                .put("endTimeUnixNano", now());
    }

    private void send(int otlpPort, ArrayNode spans, Set<String> ids) throws IOException, InterruptedException {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode resource = request.putArray("resourceSpans").addObject();
        put(resource.putObject("resource").putArray("attributes"), "service.name", "bench");
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "tacit.bench");
        scope.set("spans", spans);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + otlpPort + "/v1/traces"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("rejected")) {
            throw new IllegalStateException("Cannot send runs: " + answer.statusCode() + " " + answer.body());
        }
        told.traces(ids);
    }

    private static void put(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private String now() {
        return String.valueOf(clock.millis() * 1_000_000);
    }

    private String hex() {
        return String.format("%016x", random.nextLong() | 1);
    }
}
