package tacit.examples.records.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host of its own in a process, asked through its API as an operator does. Confined to one thread. */
final class DemoHost implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final int POLL_MILLIS = 100;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path data;
    private final URI api;
    private final URI otlp;
    private final String operator;

    private DemoHost(Process process, Path data, JsonNode told, String operator) {
        this.process = process;
        this.data = data;
        this.api = URI.create("http://127.0.0.1:" + told.path("apiPort").asInt());
        this.otlp = URI.create("http://127.0.0.1:" + told.path("otlpPort").asInt());
        this.operator = operator;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param command starts a host, with {@code up} and its options behind
     * @param data an empty folder
     */
    static DemoHost start(Path command, Path data) throws IOException, InterruptedException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Process process = new ProcessBuilder(
                        command.toString(), "up", "--data", data.toString(), "--port", "0", "--otlp-port", "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try {
            ready(process, log);
            JsonNode told =
                    new ObjectMapper().readTree(data.resolve("host.json").toFile());
            String operator = Files.readString(data.resolve("operator-token")).strip();
            return new DemoHost(process, data, told, operator);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private static void ready(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.readString(log).contains("Tacit is ready")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("The host did not start: " + Files.readString(log));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    URI api() {
        return api;
    }

    URI otlp() {
        return otlp;
    }

    Path data() {
        return data;
    }

    /** A token for an agent. */
    String agentToken() throws IOException, InterruptedException {
        return first(shell("tacit:token --role agent create records-agent"), "(tct_[\\w-]+)");
    }

    /**
     * Runs a line of the shell.
     *
     * @return what it printed
     * @throws IOException with what it complained of, when it failed
     */
    String shell(String line) throws IOException, InterruptedException {
        ObjectNode body = mapper.createObjectNode().put("width", 400);
        body.putArray("arguments").add(line);
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/commands/shell"))
                .header("Authorization", "Bearer " + operator)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder();
        StringBuilder complaints = new StringBuilder();
        boolean failed = response.statusCode() != 200;
        for (String part : response.body().lines().toList()) {
            JsonNode node = mapper.readTree(part);
            out.append(node.path("out").asText(""));
            complaints.append(node.path("err").asText(""));
            failed |= node.path("exit").asInt(0) != 0;
        }
        if (failed) {
            throw new IOException("'" + line + "' failed: " + complaints + out
                    + (response.statusCode() == 200 ? "" : "HTTP " + response.statusCode()));
        }
        return out.toString();
    }

    /** The first row that a command tells as JSON. */
    JsonNode row(String line) throws IOException, InterruptedException {
        List<JsonNode> rows = rows(line);
        if (rows.isEmpty()) {
            throw new IOException("'" + line + "' told nothing");
        }
        return rows.get(0);
    }

    /** The rows that a command tells as JSON: one object, a list, or one object a line. */
    List<JsonNode> rows(String line) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> read = mapper.readerFor(JsonNode.class).readValues(shell(line))) {
            read.forEachRemaining(rows::add);
        }
        return rows;
    }

    static String first(String text, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("There is nothing like " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
