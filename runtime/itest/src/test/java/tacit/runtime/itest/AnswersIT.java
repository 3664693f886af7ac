package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.testkit.openapi.Conformance;

/**
 * What a host that knows something answers to every question that its own document describes: each answer is held against the schema
 * in that document, closed, so that neither says more than the other. What was asked is kept in {@code target/answers.txt}.
 */
class AnswersIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Tacit host;
    private static Api api;
    private static JsonNode document;

    @BeforeAll
    static void fill() throws Exception {
        Path data = folder.resolve("data");
        host = Tacit.up(data);
        api = new Api(data);
        new Attacker(api, new Attack()).attack(data, folder);
        document = JSON.readTree(api.get("/v1/openapi.json", "").body());
    }

    @AfterAll
    static void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void everyAnswerIsAsTheHostDescribesIt() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(document.toString())) {
            if (!endpoint.method().equals("GET")) {
                continue;
            }
            Optional<String> path = at(endpoint.path());
            if (path.isEmpty()) {
                seen.add("not asked " + endpoint.path());
                continue;
            }
            HttpResponse<String> answer = api.get(path.get(), api.operator());
            seen.add(answer.statusCode() + " " + path.get());
            fault(endpoint, answer).ifPresent(wrong::add);
        }
        Files.write(Path.of("target", "answers.txt"), seen);

        assertThat(wrong).isEmpty();
        assertThat(seen).filteredOn(line -> line.startsWith("200 ")).hasSizeGreaterThan(60);
    }

    /** Each is a described answer, or a problem with its reason. */
    private static Optional<String> fault(Endpoint endpoint, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() == 500) {
            return Optional.of(endpoint + " fails: " + answer.body());
        }
        if (answer.statusCode() >= 400) {
            return type.startsWith("application/problem+json")
                    ? Optional.empty()
                    : Optional.of(endpoint + " refuses without a problem: " + answer.body());
        }
        try {
            if (type.startsWith("application/json")) {
                Conformance.served(document, endpoint.method(), endpoint.path(), answer.statusCode(), answer.body());
            }
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** With the first thing of its list in place of a name; nothing where none is listed, or where the answer is a stream without end. */
    private static Optional<String> at(String path) throws IOException, InterruptedException {
        JsonNode answers = document.path("paths").path(path).path("get").path("responses");
        if (answers.findParents("text/event-stream").size() > 0) {
            return Optional.empty();
        }
        int name = path.indexOf('{');
        if (name < 0) {
            return Optional.of(path);
        }
        String rest = path.substring(path.indexOf('}', name) + 1);
        String list = path.substring(0, name - 1);
        if (rest.contains("{")) {
            return Optional.empty();
        }
        HttpResponse<String> answer = api.get(list, api.operator());
        return answer.statusCode() == 200
                ? first(JSON.readTree(answer.body())).map(id -> list + "/" + id + rest)
                : Optional.empty();
    }

    private static Optional<String> first(JsonNode answer) {
        for (JsonNode field : answer) {
            JsonNode one = field.path(0);
            for (String key : new String[] {"id", "pid", "number", "name", "key"}) {
                if (one.path(key).isValueNode()) {
                    return Optional.of(URLEncoder.encode(one.path(key).asText(), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
                }
            }
        }
        return Optional.empty();
    }
}
