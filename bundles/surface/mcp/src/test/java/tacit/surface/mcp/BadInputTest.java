package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.mcp.Posts.Answer;

/** Whatever is wrong is refused with the code that the protocol has for it. */
class BadInputTest {

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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | 400 | -32700",
                "`` | 400 | -32700",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"} | 400 | -32700",
                "{} {} | 400 | -32700",
                "3 | 400 | -32600",
                "null | 400 | -32600",
                "{} | 400 | -32600",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]} | 400 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"} | 200 | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"} | 200 | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"memory_get\",\"arguments\":[]}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\",\"params\":{\"cursor\":\"!\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\",\"params\":{\"cursor\":\"OTk\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\",\"params\":{\"cursor\":\"MSBub3BsYWNl\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":7}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"file:///etc/passwd\"}} | 200 | -32002",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":{\"name\":\"x\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":{\"name\":\"tacit_context\"}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"tacit/userId\":\"ben\"}}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"tacit/audience\":\"all\"}}} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"tacit/role\":{}}}} | 200 | -32602",
                "[] | 400 | -32600",
                "[3] | 200 | 0",
            })
    void refusesMessagesThatDoNotFit(String body, int status, int code) throws Exception {
        Answer answer = posts.send("ann", body == null ? "" : body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-28 | tools/call | memory_get | 200 | 0",
                "- | tools/call | memory_get | 400 | -32020",
                "2025-11-25 | tools/call | memory_get | 400 | -32020",
                "2026-07-28 | - | memory_get | 400 | -32020",
                "2026-07-28 | tools/list | memory_get | 400 | -32020",
                "2026-07-28 | tools/call | - | 400 | -32020",
                "2026-07-28 | tools/call | skill_get | 400 | -32020",
                "2026-07-28 | tools/call | =?base64?bWVtb3J5X2dldA==?= | 200 | 0",
                "2026-07-28 | tools/call | =?base64?%?= | 400 | -32020",
                "2026-07-28 | tools/call | =?base64?= | 400 | -32020",
            })
    void refusesHeadersThatDoNotSayWhatTheBodySays(String version, String method, String name, int status, int code)
            throws Exception {
        String body = Posts.request("tools/call", "{\"name\":\"memory_get\",\"arguments\":{\"ids\":[\"x\"]}}")
                .toString();

        Answer answer = posts.send(
                "ann",
                body,
                version.equals("-") ? "X-None" : "MCP-Protocol-Version",
                version,
                method.equals("-") ? "X-No-Method" : "Mcp-Method",
                method,
                name.equals("-") ? "X-No-Name" : "Mcp-Name",
                name);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory_search | {\"limit\":0} | limit must be a whole number",
                "memory_search | {\"types\":[\"dream\"]} | types must be of",
                "memory_search | {\"from\":\"yesterday\"} | from must be a time",
                "memory_search | {\"words\":\"x\"} | Known arguments are",
                "memory_get | {\"ids\":[7]} | ids must be a list",
                "memory_propose | {} | content must be given",
                "memory_propose | {\"content\":\" \"} | content must be a text",
                "memory_propose | {\"content\":\"x\",\"type\":\"wish\"} | type must be one of",
                "memory_save | {\"content\":{\"a\":[1]}} | content must be a text",
                "feedback_submit | {\"taskId\":\"t\"} | decision must be given",
                "feedback_submit | {\"taskId\":\"t\",\"decision\":\"liked\"} | decision must be one of",
                "feedback_submit | {\"taskId\":\"none\",\"decision\":\"accepted\"} | no such run",
                "feedback_submit | {\"taskId\":\"t\",\"decision\":\"rejected\",\"reason\":\"too_wordy\"} | reason must be",
                "skill_get | {\"name\":\"none\"} | There is no skill",
                "trace_report | {} | task must be given",
                "trace_report | {\"task\":\"x\",\"outcome\":{}} | label or score",
                "trace_report | {\"task\":\"x\",\"outcome\":{\"score\":2}} | score must be",
                "trace_report | {\"task\":\"x\",\"spans\":[{}]} | name must be given",
                "trace_report | {\"task\":\"x\",\"spans\":[{\"name\":\"a\",\"id\":\"run\"}]} | id of a span",
                "trace_report | {\"task\":\"x\",\"spans\":[7]} | spans must be a list",
                "trace_report | {\"task\":\"x\",\"spans\":[{\"name\":\"a\",\"tool\":\"b\"}]} | Known arguments",
                "trace_report | {\"task\":\"x\",\"startedAt\":\"2027-01-01T00:00:00Z\"} | endedAt must not",
                "learning_explain | {\"id\":\"none\"} | Nothing that the caller may see",
                "learning_explain | {\"id\":\"x\",\"kind\":\"wish\"} | kind must be one of",
                "learning_explain | {\"id\":\"x\",\"kind\":\"memory\"} | Nothing that the caller",
            })
    void answersAFailureWithItsReason(String tool, String arguments, String reason) throws Exception {
        Answer answer = posts.call("ann", tool, arguments);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().path("isError").asBoolean())
                .as(answer.body())
                .isTrue();
        assertThat(answer.text()).contains(reason);
        assertThat(answer.result().has("structuredContent")).isFalse();
    }

    @Test
    void refusesVersionsThatItDoesNotSpeakAndNamesThoseThatItDoes() throws Exception {
        ObjectNode request = Posts.request("tools/list", "{}");
        request.withObject("/params/_meta").put("io.modelcontextprotocol/protocolVersion", "1900-01-01");

        Answer modern =
                posts.send("ann", request.toString(), "MCP-Protocol-Version", "1900-01-01", "Mcp-Method", "tools/list");
        Answer header = posts.send(
                "ann", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "MCP-Protocol-Version", "1900-01-01");

        for (Answer answer : new Answer[] {modern, header}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo(-32022);
            assertThat(answer.json()
                            .path("error")
                            .path("data")
                            .path("supported")
                            .path(0)
                            .asText())
                    .isEqualTo("2026-07-28");
            assertThat(answer.json()
                            .path("error")
                            .path("data")
                            .path("requested")
                            .asText())
                    .isEqualTo("1900-01-01");
        }
    }

    @Test
    void refusesAStatelessRequestWithoutWhatItMustCarry() throws Exception {
        ObjectNode without = Posts.request("tools/list", "{}");
        without.withObject("/params/_meta").remove("io.modelcontextprotocol/clientCapabilities");
        String[] headers = {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list"};

        Answer noCapabilities = posts.send("ann", without.toString(), headers);
        Answer noMeta = posts.send("ann", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", headers);
        Answer answered = posts.send("ann", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", headers);

        assertThat(noCapabilities.status()).isEqualTo(400);
        assertThat(noCapabilities.code()).isEqualTo(-32602);
        assertThat(noMeta.status()).isEqualTo(400);
        assertThat(noMeta.code()).isEqualTo(-32602);
        assertThat(answered.status()).isEqualTo(400);
    }

    @Test
    void refusesBatchesOfVersionsThatHadNoneAndMessagesThatStandAlone() throws Exception {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        assertThat(posts.send("ann", "[" + ping + "]", "MCP-Protocol-Version", "2025-06-18")
                        .code())
                .isEqualTo(-32600);
        assertThat(posts.send("ann", "[" + (ping + ",").repeat(50) + ping + "]").status())
                .isEqualTo(400);
        assertThat(posts.send("ann", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}]")
                        .body())
                .contains("-32600");
        assertThat(posts.send("ann", "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}]")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refusesOtherMethodsOtherTypesAndUnknownTokens() throws Exception {
        assertThat(posts.send("nobody", "{}").status()).isEqualTo(401);
        var client = HttpClient.newHttpClient();
        for (String method : new String[] {"GET", "DELETE"}) {
            var request = HttpRequest.newBuilder(URI.create(host.url()))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Authorization", "Bearer ann")
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(405);
        }
        var text = HttpRequest.newBuilder(URI.create(host.url()))
                .header("Authorization", "Bearer ann")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(text, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(415);
    }
}
