package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway in the real image: ports, tokens, scopes and commands. */
class GatewayIT {

    private static final String SECRET_AGENT = "agent-of-ann";

    @TempDir
    static Path data;

    private static Tacit host;
    private static Api api;
    private static String agent;
    private static String reader;
    private static String otherWorkspace;
    private static String otherUser;

    @BeforeAll
    static void start() throws Exception {
        host = Tacit.up(data);
        api = new Api(data);
        agent = api.token("agent", "--role agent --user ann");
        reader = api.token("reader", "--role reader");
        otherWorkspace = api.token("elsewhere", "--role operator --workspace elsewhere");
        otherUser = api.token("bob", "--role operator --user bob");
        assertThat(api.export("/v1/traces", agent, spans("trace-1")).statusCode())
                .isEqualTo(200);
        String outcome = "{\"traceId\":\"" + hex("trace-1") + "\",\"label\":\"failure\",\"source\":\"user\"}";
        assertThat(api.post("/v1/outcomes", agent, outcome).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(api.get("/healthz", "").statusCode()).isEqualTo(200);
        assertThat(api.get("/readyz", "").body())
                .isEqualTo("{\"status\":\"ready\",\"reasons\":[]}")
                .describedAs("no token is needed");
    }

    @Test
    void keepsTheOperatorsTokenForItsOwner() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("operator-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void showsAReaderWhatWasRecorded() throws Exception {
        assertThat(api.get("/v1/traces", reader).body()).contains(hex("trace-1"), SECRET_AGENT, "\"failure\"");
        assertThat(api.get("/v1/traces/" + hex("trace-1"), reader).body()).contains("execute_tool sql");
        assertThat(api.get("/v1/stats", reader).body()).contains("\"traces\":1");
    }

    @Test
    void refusesRolesThatDoNotReach() throws Exception {
        for (Map.Entry<String, String> call :
                Map.of("/v1/traces", agent, "/v1/audit", reader).entrySet()) {
            assertThat(api.get(call.getKey(), call.getValue()).statusCode())
                    .as(call.getKey())
                    .isEqualTo(403);
            assertThat(api.get(call.getKey(), "").statusCode())
                    .as(call.getKey())
                    .isEqualTo(401);
        }
        assertThat(api.post("/v1/commands/shell", reader, "{}").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/traces", "/v1/failures", "/v1/clusters", "/v1/evals"})
    void showsNothingToAnotherWorkspaceOrUser(String list) throws Exception {
        for (String token : new String[] {otherWorkspace, otherUser}) {
            HttpResponse<String> answer = api.get(list, token);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"total\":0").doesNotContain(hex("trace-1"), SECRET_AGENT);
        }
    }

    @Test
    void knowsNoTraceOfAnotherWorkspaceOrUser() throws Exception {
        for (String token : new String[] {otherWorkspace, otherUser}) {
            assertThat(api.get("/v1/traces/" + hex("trace-1"), token).statusCode())
                    .isEqualTo(404);
            assertThat(api.get("/v1/stats", token).body())
                    .contains("\"traces\":0", "\"spans\":0", "\"failures\":0")
                    .doesNotContain(SECRET_AGENT);
            assertThat(api.get("/v1/clusters/any", token).statusCode()).isEqualTo(404);
            assertThat(api.post("/v1/clusters/any/dismiss", token, "").statusCode())
                    .isEqualTo(404);
            assertThat(api.get("/v1/audit", token).statusCode()).isEqualTo(403);
            assertThat(api.post("/v1/commands/shell", token, "{}").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void answersAnEmptyContext() throws Exception {
        assertThat(api.post("/v1/context", agent, "{\"task\":\"count\"}").body())
                .contains("\"blocks\":[]", "\"budget\":2000")
                .containsPattern("\"generation\":[1-9]");
    }

    @Test
    void to01ListsTheToolsOfTheMemory() throws Exception {
        String tools = api.get("/v1/memory/tools", agent).body();

        for (String recall : new String[] {
            "memory_search_index",
            "memory_timeline",
            "memory_details",
            "search_memories",
            "search_quotes",
            "search_sessions",
            "memory_topics_load"
        }) {
            assertThat(tools).contains("\"" + recall + "\"");
        }
        for (String graph : new String[] {
            "create_entity",
            "update_entity",
            "delete_entity",
            "create_edge",
            "delete_edge",
            "invalidate_edge",
            "add_observation",
            "search",
            "get_neighbors",
            "get_subgraph"
        }) {
            assertThat(tools).contains("\"kg_" + graph + "\"");
        }
    }

    @Test
    void takesMemoriesOfAnotherAssistantInAndOutAgain() throws Exception {
        String file = "[2024-05-01] - The quarry of Brackwater opens in May\n- The quarry sells gravel\n";
        String address = "/v1/memory/imports?provider=My+AI&private=false&userId=ann";
        HttpResponse<String> taken = api.send("POST", address, api.operator(), "text/plain", file);
        assertThat(taken.body()).contains("\"format\":\"text\"", "\"created\":2", "\"errors\":[]");
        String id = taken.body().replaceAll(".*\"importId\":\"([^\"]+)\".*", "$1");
        assertThat(api.get("/v1/memory/imports", api.operator()).body()).contains(id, "My AI", "\"memories\":2");
        assertThat(recalledOnce("sells gravel")).contains("sells gravel");
        assertThat(api.get("/v1/memory/imports", otherUser).body()).contains("\"total\":0");
        assertThat(api.send("POST", address, reader, "text/plain", file).statusCode())
                .isEqualTo(403);

        HttpResponse<String> gone = api.send("DELETE", "/v1/memory/imports/" + id, api.operator(), "text/plain", "");

        assertThat(gone.body()).isEqualTo("{\"removed\":3}");
        assertThat(api.get("/v1/memory/records?layer=archive", api.operator()).body())
                .doesNotContain("Brackwater");
        assertThat(api.post("/v1/recall", agent, "{\"query\":\"quarry gravel\"}")
                        .body())
                .doesNotContain("sells gravel");
        assertThat(api.get("/v1/audit", api.operator()).body()).contains("memory.import.delete");
    }

    /** The index hears of what is new a moment later. */
    private static String recalledOnce(String words) throws Exception {
        String found = "";
        for (int look = 0; look < 500 && !found.contains(words); look++) {
            found = api.post("/v1/recall", agent, "{\"query\":\"quarry gravel\"}")
                    .body();
        }
        return found;
    }

    @Test
    void importsAnExportByTheShellAndSaysWhatItCannotRead() throws Exception {
        Path export = data.resolve("conversations.json");
        Files.writeString(
                export,
                "[{\"title\":\"Harbour\",\"mapping\":{\"a\":{\"message\":{\"author\":{\"role\":\"user\"},"
                        + "\"content\":{\"parts\":[\"My boat is called Wendelin\"]}}}}}]");
        String taken = api.shell("tacit:memory import --json " + export);
        assertThat(taken).contains("chatgpt", "{\"exit\":0}");
        String id = taken.replaceAll("(?s).*\\\\\"import\\\\\":\\\\\"([^\\\\]+)\\\\\".*", "$1");
        assertThat(api.shell("tacit:memory imports " + id)).contains("Wendelin");

        assertThat(api.shell("tacit:memory unimport " + id)).contains("removed", "{\"exit\":0}");

        assertThat(api.shell("tacit:memory imports")).doesNotContain(id);
        assertThat(api.shell("tacit:memory import --format chatgpt " + data.resolve("host.json")))
                .contains("must be a list of conversations", "{\"exit\":3}");
        assertThat(api.shell("tacit:memory import " + data.resolve("nothing"))).contains("Cannot find file");
    }

    @Test
    void changesWhatTheArchiveKeeps() throws Exception {
        String json = "application/json";
        assertThat(api.send("PATCH", "/v1/memory/settings", api.operator(), json, "{\"retentionDays\":30}")
                        .body())
                .contains("\"retentionDays\":30", "\"maxStorageMb\":100");
        assertThat(api.shell("tacit:memory settings maxStorageMb 50")).contains("{\"exit\":0}");
        assertThat(api.get("/v1/memory/settings", reader).body())
                .contains("\"retentionDays\":30", "\"maxStorageMb\":50");
        assertThat(api.send("PATCH", "/v1/memory/settings", reader, json, "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.get("/v1/memory/backfill", reader).body()).contains("\"pending\":0");
        assertThat(api.get("/v1/memory/observations", reader).statusCode()).isEqualTo(200);
    }

    @Test
    void runsCommandsAndRecordsThem() throws Exception {
        assertThat(api.shell("tacit:traces --limit 5")).contains(SECRET_AGENT, "{\"exit\":0}");
        assertThat(api.shell("felix:stop 0")).contains("Unknown command", "{\"exit\":3}");
        assertThat(api.get("/v1/audit", api.operator()).body()).contains("command.run", "token.create");
    }

    @Test
    void learnsWithoutBeingAsked() throws Exception {
        String status = "";
        for (int look = 0; look < 60 && !status.contains("\"pending\":0"); look++) {
            status = Tacit.run("status", "--json", "--data", data).output();
        }

        assertThat(status).contains("\"pending\":0");
    }

    @Test
    void refusesATokenAsSoonAsItIsRevoked() throws Exception {
        String shortLived = api.token("short", "--role reader");
        assertThat(api.get("/v1/stats", shortLived).statusCode()).isEqualTo(200);

        api.shell("tacit:token revoke short");

        assertThat(api.get("/v1/stats", shortLived).statusCode()).isEqualTo(401);
    }

    private static String hex(String name) {
        return String.format("%032x", Math.abs((long) name.hashCode()));
    }

    private static String spans(String name) {
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + hex(name)
                + "\",\"spanId\":\"00000000000000a1\",\"name\":\"execute_tool sql\",\"kind\":1,"
                + "\"startTimeUnixNano\":\"1772000000000000000\",\"endTimeUnixNano\":\"1772000001000000000\","
                + "\"attributes\":[{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"execute_tool\"}},"
                + "{\"key\":\"gen_ai.agent.name\",\"value\":{\"stringValue\":\"" + SECRET_AGENT + "\"}}],"
                + "\"status\":{\"code\":2,\"message\":\"no such table\"}}]}]}]}";
    }
}
