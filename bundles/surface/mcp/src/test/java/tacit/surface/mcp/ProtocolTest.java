package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.mcp.Posts.Answer;

/** Both families of the protocol, message by message. */
class ProtocolTest {

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static Host host;
    private static Posts posts;

    @BeforeAll
    static void open() throws Exception {
        database = Engine.HSQLDB.open();
        host = new Host(database.database(), folder);
        posts = new Posts(host);
    }

    @AfterAll
    static void close() {
        host.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "1999-01-01, 2025-11-25"
    })
    void agreesOnAVersionInAHandshake(String wanted, String agreed) throws Exception {
        Answer answer = posts.send(
                "ann",
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                        + wanted + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo("a");
        assertThat(answer.result().path("protocolVersion").asText()).isEqualTo(agreed);
        assertThat(answer.result().path("serverInfo").path("name").asText()).isEqualTo("tacit");
        assertThat(answer.result().path("capabilities").properties())
                .extracting(one -> one.getKey())
                .containsExactly("tools", "resources", "prompts");
        assertThat(answer.result().has("resultType")).isFalse();
    }

    @Test
    void answersAPingAndTakesNotificationsWithoutAnAnswer() throws Exception {
        assertThat(posts.ask("ann", "ping", "{}").result().isObject()).isTrue();
        Answer told = posts.send("ann", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(told.status()).isEqualTo(202);
        assertThat(told.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-11-05", "2025-03-26"})
    void answersABatchOfVersionsThatHadThem(String version) throws Exception {
        String batch = "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":9}},"
                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"none\"}]";
        String[] headers = version.isEmpty() ? new String[0] : new String[] {"MCP-Protocol-Version", version};

        Answer answer = posts.send("ann", batch, headers);

        assertThat(answer.json()).hasSize(2);
        assertThat(answer.json().path(0).path("id").asInt()).isEqualTo(1);
        assertThat(answer.json().path(1).path("error").path("code").asInt()).isEqualTo(-32601);
    }

    @Test
    void discoversWithoutAHandshake() throws Exception {
        JsonNode result = posts.stateless("ann", "server/discover", "{}").result();

        assertThat(result.path("supportedVersions").valueStream().map(JsonNode::asText))
                .containsExactly("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");
        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.path("capabilities")
                        .path("resources")
                        .path("subscribe")
                        .asBoolean())
                .isTrue();
        assertThat(result.path("_meta")
                        .path("io.modelcontextprotocol/serverInfo")
                        .path("name")
                        .asText())
                .isEqualTo("tacit");
        assertThat(result.path("ttlMs").isIntegralNumber()).isTrue();
        assertThat(result.path("cacheScope").asText()).isEqualTo("public");
    }

    @ParameterizedTest
    @CsvSource({
        "tools/list, {}, private",
        "resources/list, {}, private",
        "resources/templates/list, {}, public",
        "prompts/list, {}, public",
        "resources/read, {\"uri\":\"bundle://active\"}, private"
    })
    void saysHowLongAnAnswerMayBeKept(String method, String params, String whose) throws Exception {
        JsonNode result =
                posts.stateless("ann", method, params.replace('\'', '"')).result();

        assertThat(result.path("ttlMs").asLong(-1)).isNotNegative();
        assertThat(result.path("cacheScope").asText()).isEqualTo(whose);
        assertThat(posts.ask("ann", method, params).result().has("ttlMs")).isFalse();
    }

    @Test
    void listsToolsInOneOrderWithSchemasAndHints() throws Exception {
        JsonNode tools = posts.ask("ann", "tools/list", "{}").result().path("tools");

        List<String> names =
                tools.valueStream().map(tool -> tool.path("name").asText()).toList();
        assertThat(names)
                .containsExactly(
                        "feedback_submit",
                        "learning_explain",
                        "memory_details",
                        "memory_get",
                        "memory_propose",
                        "memory_save",
                        "memory_search",
                        "search_memories",
                        "skill_get",
                        "trace_report");
        tools.forEach(tool -> {
            assertThat(tool.path("inputSchema").path("type").asText()).isEqualTo("object");
            assertThat(tool.path("inputSchema").path("additionalProperties").asBoolean(true))
                    .isFalse();
            assertThat(tool.path("outputSchema").path("type").asText()).isEqualTo("object");
            assertThat(tool.path("description").asText()).isNotBlank();
            assertThat(tool.path("annotations").has("readOnlyHint")).isTrue();
        });
        JsonNode save = tools.path(names.indexOf("memory_save"));
        assertThat(save.path("annotations").path("readOnlyHint").asBoolean()).isFalse();
        assertThat(save.path("inputSchema").path("properties").has("taskId")).isTrue();
        assertThat(save.path("inputSchema").path("required").toString()).isEqualTo("[\"content\"]");
        assertThat(posts.stateless("ann", "tools/list", "{}").result().path("tools"))
                .isEqualTo(tools);
    }

    @Test
    void takesAnEncodedNameAndSaysWhatIsNotFoundAsEachFamilyDoes() throws Exception {
        String uri = "memory://records/caf\u00e9";
        String encoded = "=?base64?" + Base64.getEncoder().encodeToString(uri.getBytes(StandardCharsets.UTF_8)) + "?=";

        Answer modern = posts.send(
                "ann",
                Posts.request("resources/read", "{\"uri\":\"" + uri + "\"}").toString(),
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "resources/read",
                "Mcp-Name",
                encoded);

        assertThat(modern.code()).isEqualTo(-32602);
        assertThat(modern.json().path("error").path("data").path("uri").asText())
                .isEqualTo(uri);
        assertThat(posts.ask("ann", "resources/read", "{\"uri\":\"" + uri + "\"}")
                        .code())
                .isEqualTo(-32002);
        assertThat(posts.stateless("ann", "ping", "{}").status()).isEqualTo(404);
        assertThat(posts.stateless("ann", "ping", "{}").code()).isEqualTo(-32601);
    }
}
