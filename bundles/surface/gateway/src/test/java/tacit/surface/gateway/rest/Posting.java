package tacit.surface.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tacit.api.http.HttpResource;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.RunningGateway;
import tacit.surface.gateway.RunningGateway.Answer;

/** Resources behind a real server, and the shortest way to ask them. */
final class Posting {

    private final RunningGateway gateway;
    private final List<HttpResource> resources;

    Posting(Path data, HttpResource... resources) {
        gateway = new RunningGateway(data);
        this.resources = List.of(resources);
        for (HttpResource resource : resources) {
            gateway.with(resource);
        }
    }

    /** Posts JSON with a token, one of {@code agent}, {@code reader} and {@code operator}. */
    Answer post(String path, String token, String json) {
        return send("POST", path, token, json);
    }

    Answer get(String path, String token) {
        return send("GET", path, token, "");
    }

    private Answer send(String method, String path, String token, String json) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:7717\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\n";
        String body = json.isEmpty()
                ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: " + json.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n" + json;
        Answer answer = gateway.send(head + body);
        String type = answer.text().contains("Content-Type: application/json") ? "application/json" : "";
        if (!type.isEmpty()) {
            Conformance.heard(
                    resources, method, path, answer.status(), type, json(answer).toString());
        }
        return answer;
    }

    static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper()
                    .readTree(answer.text().substring(answer.text().indexOf("\r\n\r\n") + 4));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read an answer", e);
        }
    }

    void close() throws Exception {
        gateway.close();
    }
}
