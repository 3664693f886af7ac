package tacit.runtime.itest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a running host as its clients do. */
final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String otlp;
    private final String operator;

    /** Of the host on this data directory, which has told where it listens. */
    Api(Path data) throws IOException {
        String host = Files.readString(data.resolve("host.json"));
        api = "http://127.0.0.1:" + first(host, "\"apiPort\":(\\d+)");
        otlp = "http://127.0.0.1:" + first(host, "\"otlpPort\":(\\d+)");
        operator = Files.readString(data.resolve("operator-token")).trim();
    }

    String address() {
        return api;
    }

    String otlp() {
        return otlp;
    }

    String operator() {
        return operator;
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(api + path, token).GET());
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(request(api + path, token).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** With another method, and with a body of another media type. */
    HttpResponse<String> send(String method, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        return send(request(api + path, token)
                .setHeader("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> export(String path, String token, String json) throws IOException, InterruptedException {
        return send(request(otlp + path, token).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Runs a line of the shell and answers all that came back. */
    String shell(String line) throws IOException, InterruptedException {
        return post("/v1/commands/shell", operator, "{\"arguments\":[\"" + line + "\"],\"width\":200}")
                .body();
    }

    String token(String name, String options) throws IOException, InterruptedException {
        return first(shell("tacit:token " + options + " create " + name), "(tct_[\\w-]+)");
    }

    private static HttpRequest.Builder request(String address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("nothing like " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
