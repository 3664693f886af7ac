package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What an agent's host hands in of a run, and gets back: its conversation, its state, and what not to do again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentHostIT {

    private static final String RUN = "0000000000000000000000000000c0de";
    private static final String MESSAGES =
            "\"messages\":[{\"role\":\"user\",\"content\":\"Meet at the pier of Fribblecove\"},"
                    + "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"At noon on the pier of Fribblecove\"}]}]";
    /** Questions are recorded, so nothing is asked with this word. */
    private static final List<String> WORDS = List.of("fribblecove");

    @TempDir
    static Path data;

    private static Tacit host;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() throws Exception {
        host = Tacit.up(data);
        api = new Api(data);
        agent = api.token("agent", "--role agent --user ann");
        assertThat(api.export("/v1/traces", agent, failingRun()).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String post(String path, String json) throws Exception {
        return api.post(path, agent, json).body();
    }

    private static String tool(String name, String run, String arguments) throws Exception {
        return post("/v1/memory/tools/" + name, "{\"taskId\":\"" + run + "\",\"arguments\":{" + arguments + "}}");
    }

    @Test
    @Order(1)
    void keepsNoConversationUntilThatIsSwitchedOn() throws Exception {
        String messages = "{\"taskId\":\"" + RUN + "\"," + MESSAGES + "}";
        assertThat(api.post("/v1/memory/context", agent, messages).statusCode()).isEqualTo(409);
        assertThat(api.get("/v1/memory/tools", agent).body()).doesNotContain("context_grep");
        assertThat(tool("context_grep", RUN, "\"query\":\"noon\"")).contains("disabled");

        assertThat(api.shell("tacit:activate tacit.memory.durable.StoredContext:enabled=true"))
                .contains("\"exit\":0");

        assertThat(post("/v1/memory/context", messages)).isEqualTo("{\"added\":2,\"known\":0,\"skipped\":0}");
        assertThat(post("/v1/memory/context", messages)).isEqualTo("{\"added\":0,\"known\":2,\"skipped\":0}");
    }

    @Test
    @Order(2)
    void dc05FindsTheConversationOfARunAndItsSummary() throws Exception {
        String summed = post(
                "/v1/memory/context/summaries",
                "{\"taskId\":\"" + RUN + "\",\"summary\":\"They meet on the pier of Fribblecove\"," + MESSAGES + "}");
        String id = summed.replaceAll(".*\"summaryId\":\"(dcs_\\w+)\".*", "$1");

        String found = tool("context_grep", RUN, "\"query\":\"pier\"");

        assertThat(found)
                .containsSubsequence(
                        id,
                        "They meet on the pier of Fribblecove",
                        "At noon on the pier of Fribblecove",
                        "Meet at the");
        assertThat(tool("context_describe", RUN, "\"id\":\"" + id + "\""))
                .contains("Meet at the pier of Fribblecove", "\"leaf\"");
        assertThat(tool("context_grep", "other", "\"query\":\"pier\",\"taskId\":\"" + RUN + "\""))
                .contains("\"results\":[]");
        assertThat(post("/v1/recall", "{\"query\":\"pier\"}")).contains("\"results\":[]");
    }

    @Test
    @Order(3)
    void tr01GivesAStateBackAsItWasHandedIn() throws Exception {
        String saved = post(
                "/v1/memory/checkpoints",
                "{\"taskId\":\"" + RUN + "\",\"trigger\":\"completed\",\"trackerState\":{\"files\":[\"a.md\"]},"
                        + "\"result\":\"Decisions:\\n- Leave at noon\"," + MESSAGES + "}");

        String restored = api.get("/v1/memory/checkpoints/" + RUN, agent).body();

        assertThat(saved).contains("\"status\":\"saved\"", "\"checkpointKind\":\"completion\"");
        assertThat(restored)
                .contains(
                        "Meet at the pier of Fribblecove",
                        "At noon on the pier of Fribblecove",
                        "{\"files\":[\"a.md\"]}")
                .contains("\"decisions\":[\"Leave at noon\"]", "\"spanCount\":2", "\"origin\":\"stored\"");
        assertThat(tool("search_sessions", RUN, "\"query\":\"pier\"")).contains("\"checkpoint\"");
        String bob = api.token("bob", "--role operator --user bob");
        assertThat(api.get("/v1/memory/checkpoints/" + RUN, bob).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void rt01TellsAnotherAttemptWhatNotToRepeat() throws Exception {
        String attempt = "\"taskId\":\"" + RUN + "\",\"attempt\":2,\"maxAttempts\":3,\"reason\":\"timeout\","
                + "\"pendingChecklist\":[\"Run tests\"]";

        String told = post("/v1/recall/retry", "{\"task\":\"Deploy\"," + attempt + "}");

        assertThat(told)
                .contains("Attempt 2/3", "timeout", "- [ ] Run tests", "Do not repeat", "make deploy", "no token");
        assertThat(post("/v1/context", "{\"task\":\"Deploy\",\"retry\":{" + attempt + "}}"))
                .contains("\"kind\":\"recovery\"", "make deploy", "\"retry_guidance\"");
        assertThat(post("/v1/context", "{\"task\":\"Deploy\"}")).doesNotContain("recovery");
        assertThat(api.shell("tacit:recall --retry Deploy --user ann --attempt 2 --run " + RUN))
                .contains("Attempt 2/2", "make deploy");
    }

    @Test
    @Order(5)
    void leavesNoByteOfTheUserWhoIsForgotten() throws Exception {
        assertThat(new Grep(data).filesWith(WORDS)).isNotEmpty();

        assertThat(api.shell("tacit:memory forget --user ann --yes")).contains("\"exit\":0");

        assertThat(tool("context_grep", RUN, "\"query\":\"noon\"")).contains("\"results\":[]");
        assertThat(api.get("/v1/memory/checkpoints/" + RUN, agent).statusCode()).isEqualTo(404);
        assertThat(new Grep(data).filesWith(WORDS)).isEmpty();
    }

    private static String failingRun() {
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + RUN
                + "\",\"spanId\":\"00000000000000a1\",\"name\":\"execute_tool shell\",\"kind\":1,"
                + "\"startTimeUnixNano\":\"1772000000000000000\",\"endTimeUnixNano\":\"1772000001000000000\","
                + "\"attributes\":[{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"execute_tool\"}},"
                + "{\"key\":\"gen_ai.tool.name\",\"value\":{\"stringValue\":\"shell\"}},"
                + "{\"key\":\"gen_ai.tool.call.arguments\",\"value\":{\"stringValue\":\"make deploy\"}}],"
                + "\"status\":{\"code\":2,\"message\":\"no token\"}}]}]}]}";
    }
}
