package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.Arguments;
import tacit.surface.mcp.tool.McpTool;
import tacit.surface.mcp.tool.ToolCard;
import tacit.surface.mcp.tool.ToolReply;

/** The stream of changes. */
@Timeout(60)
class ListeningTest {

    @TempDir
    Path folder;

    private final List<HttpURLConnection> open = new ArrayList<>();
    private TestDatabase database;
    private Host host;
    private Posts posts;

    @BeforeEach
    void start() throws Exception {
        database = Engine.HSQLDB.open();
        host = new Host(database.database(), folder);
        posts = new Posts(host);
    }

    @AfterEach
    void close() {
        open.forEach(HttpURLConnection::disconnect);
        host.close();
        database.close();
    }

    @Test
    void tellsFirstWhatItAgreedTo() throws Exception {
        BufferedReader stream = listen(
                "ann",
                "{\"toolsListChanged\":true,\"promptsListChanged\":true,\"resourceSubscriptions\":[\"bundle://active\"]}");

        JsonNode first = next(stream);

        assertThat(first.path("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
        assertThat(first.path("params").path("notifications").toString())
                .isEqualTo("{\"toolsListChanged\":true,\"resourceSubscriptions\":[\"bundle://active\"]}");
        assertThat(subscription(first)).isEqualTo(7);
    }

    @Test
    void tellsOfToolsThatComeAndGo() throws Exception {
        BufferedReader stream = listen("ann", "{\"toolsListChanged\":true}");
        next(stream);
        McpTool tool = new Bell();

        host.tools.addTool(tool);
        JsonNode come = news(stream);
        host.tools.removeTool(tool);
        JsonNode gone = news(stream);

        assertThat(come.path("method").asText()).isEqualTo("notifications/tools/list_changed");
        assertThat(gone.path("method").asText()).isEqualTo("notifications/tools/list_changed");
        assertThat(subscription(gone)).isEqualTo(7);
    }

    @Test
    void tellsOfAMemoryThatComesAndOfOneThatChanges() throws Exception {
        String id = host.remembered("ann", "Ann likes tea");
        BufferedReader stream = listen(
                "ann", "{\"resourcesListChanged\":true,\"resourceSubscriptions\":[\"memory://records/" + id + "\"]}");
        next(stream);

        host.remembered("ann", "Ann likes milk");
        JsonNode come = news(stream);
        host.memories.delete(new Scope("default", "ann"), List.of(id), false);
        List<String> changed = List.of(
                news(stream).path("method").asText(),
                next(stream).path("method").asText());

        assertThat(come.path("method").asText()).isEqualTo("notifications/resources/list_changed");
        assertThat(changed)
                .containsExactlyInAnyOrder("notifications/resources/list_changed", "notifications/resources/updated");
    }

    @Test
    void tellsNobodyOfWhatIsAnothersOrWasNotAskedFor() throws Exception {
        BufferedReader stream = listen("ben", "{\"resourcesListChanged\":true}");
        next(stream);

        host.remembered("ann", "Ann likes tea");
        host.tools.addTool(new Bell());
        host.events.tell(Scope.ofDefaultWorkspace(), "memory.stored", "m", Map.of());
        host.remembered("ben", "Ben likes milk");
        host.events.tell(Scope.ofDefaultWorkspace(), "memory.stored", "m", Map.of());

        assertThat(next(stream).path("method").asText()).isEqualTo("notifications/resources/list_changed");
        host.listeners.close();
        assertThat(next(stream).has("result")).isTrue();
    }

    @Test
    void endsInGoodOrderWhenTheHostGoes() throws Exception {
        BufferedReader stream = listen("ann", "{\"toolsListChanged\":true}");
        next(stream);

        host.listeners.close();
        JsonNode end = next(stream);

        assertThat(end.path("id").asInt()).isEqualTo(7);
        assertThat(end.path("result").path("resultType").asText()).isEqualTo("complete");
        assertThat(stream.readLine()).isEqualTo("");
        assertThat(stream.readLine()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"notifications\":[]}",
                "{\"notifications\":{\"toolsListChanged\":1}}",
                "{\"notifications\":{\"resourceSubscriptions\":\"x\"}}",
                "{\"notifications\":{\"resourceSubscriptions\":[7]}}"
            })
    void refusesAFilterThatDoesNotFit(String params) throws Exception {
        assertThat(posts.stateless("ann", "subscriptions/listen", params).code())
                .isEqualTo(-32602);
    }

    @Test
    void knowsNoStreamAfterAHandshake() throws Exception {
        assertThat(posts.ask("ann", "subscriptions/listen", "{\"notifications\":{}}")
                        .code())
                .isEqualTo(-32601);
    }

    @Test
    void refusesMoreListenersThanMayBe() throws Exception {
        List<BufferedReader> streams = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            streams.add(listen("ann", "{\"toolsListChanged\":true}"));
            next(streams.get(i));
        }

        Posts.Answer answer =
                posts.stateless("ann", "subscriptions/listen", "{\"notifications\":{\"toolsListChanged\":true}}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo(-32603);
    }

    /** Rings for news; a listener that looked just before looks again after its heartbeat. */
    private JsonNode news(BufferedReader stream) throws IOException {
        host.events.tellAll("host.changed", "x", Map.of());
        return next(stream);
    }

    private BufferedReader listen(String token, String filter) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(host.url()).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json, text/event-stream");
        connection.setRequestProperty("MCP-Protocol-Version", "2026-07-28");
        connection.setRequestProperty("Mcp-Method", "subscriptions/listen");
        connection
                .getOutputStream()
                .write(Posts.request("subscriptions/listen", "{\"notifications\":" + filter + "}")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
        open.add(connection);
        assertThat(connection.getHeaderField("Content-Type")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static JsonNode next(BufferedReader stream) throws IOException {
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("data: ")) {
                return Json.read(line.substring(6).getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new IOException("The stream ended");
    }

    private static int subscription(JsonNode notification) {
        return notification
                .path("params")
                .path("_meta")
                .path("io.modelcontextprotocol/subscriptionId")
                .asInt();
    }

    /** A tool that comes and goes. */
    private static final class Bell implements McpTool {

        @Override
        public ToolCard card() {
            return new ToolCard("bell", "Bell", "Rings", Json.object(), null, ToolCard.Effect.READS);
        }

        @Override
        public ToolReply call(tacit.surface.mcp.rpc.Caller caller, Arguments arguments) {
            return ToolReply.failed("It is broken");
        }
    }
}
