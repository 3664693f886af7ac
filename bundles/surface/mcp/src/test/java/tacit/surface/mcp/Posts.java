package tacit.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.Stateless;
import tacit.surface.mcp.rpc.Versions;

/** Sends messages as they are, with whichever headers. */
final class Posts {

    private static final List<String> NAMED = List.of("name", "uri");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Host host;

    Posts(Host host) {
        this.host = host;
    }

    /** What came back. */
    record Answer(int status, String body) {

        JsonNode json() {
            return Json.read(body.getBytes(StandardCharsets.UTF_8));
        }

        JsonNode result() {
            return json().path("result");
        }

        int code() {
            return json().path("error").path("code").asInt();
        }

        /** What a tool answered for programs. */
        JsonNode value() {
            return result().path("structuredContent");
        }

        String text() {
            return result().path("content").path(0).path("text").asText();
        }
    }

    Answer send(String token, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host.url()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** A request of a client that began with a handshake. */
    Answer ask(String token, String method, String params) throws IOException, InterruptedException {
        return send(
                token,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                "MCP-Protocol-Version",
                "2025-11-25");
    }

    /** A call of a tool by such a client. */
    Answer call(String token, String tool, String arguments) throws IOException, InterruptedException {
        return ask(token, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    /** A request that says everything itself. */
    Answer stateless(String token, String method, String params) throws IOException, InterruptedException {
        ObjectNode request = request(method, params);
        String named = NAMED.stream()
                .map(name -> request.path("params").path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("-");
        return send(
                token,
                request.toString(),
                "MCP-Protocol-Version",
                Versions.STATELESS,
                "Mcp-Method",
                method,
                "Mcp-Name",
                named);
    }

    static ObjectNode request(String method, String params) {
        ObjectNode request = Json.object().put("jsonrpc", "2.0").put("id", 7).put("method", method);
        request.set("params", Json.read(params.getBytes(StandardCharsets.UTF_8)));
        request.withObject("/params/_meta")
                .put(Stateless.VERSION, Versions.STATELESS)
                .putObject("io.modelcontextprotocol/clientCapabilities");
        return request;
    }
}
