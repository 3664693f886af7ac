package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes of agents' tools in the real image where each of them waits for an operator. */
class WriteApprovalIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    static Path data;

    private static Tacit host;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() throws Exception {
        Path settings = Files.createDirectories(data.resolve("etc"));
        Files.writeString(settings.resolve("tacit.memory.gate.SqlWriteGate.properties"), "mode = all\n");
        host = Tacit.up(data);
        api = new Api(data);
        agent = api.token("agent", "--role agent");
        String spans = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + TRACE
                + "\",\"spanId\":\"00000000000000a1\",\"name\":\"run\"}]}]}]}";
        assertThat(api.export("/v1/traces", agent, spans).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void changesTheGraphOnceSomebodyApproves() throws Exception {
        String created = staged("kg_create_entity", "\"type\":\"service\",\"name\":\"Checkout\"");
        assertThat(tool("kg_search", "\"query\":\"Checkout\"")).contains("\"results\":[]");
        assertThat(review(created, "approve")).contains("\"applied\"");
        String found = tool("kg_search", "\"query\":\"Checkout\"");
        assertThat(found).contains("\"name\":\"Checkout\"");

        String deleted = staged("kg_delete_entity", "\"id\":\"" + first("\"id\":\"([^\"]+)\"", found) + "\"");
        assertThat(review(deleted, "approve")).contains("\"applied\"");
        assertThat(tool("kg_search", "\"query\":\"Checkout\"")).contains("\"results\":[]");
    }

    @Test
    void storesInTheArchiveAndTheCuratedMemoryOnceSomebodyApproves() throws Exception {
        String saved = staged("memory_save", "\"content\":\"We chose Vite for the shop\",\"type\":\"decision\"");
        String curated = staged(
                "memory_curate", "\"action\":\"add\",\"target\":\"workspace\",\"content\":\"The shop uses Vite\"");
        assertThat(tool("memory_curated_read", "")).contains("\"results\":[]");

        assertThat(review(saved, "approve")).contains("\"applied\"");
        assertThat(review(curated, "approve")).contains("\"applied\"");

        assertThat(tool("memory_curated_read", "")).contains("The shop uses Vite");
        assertThat(api.get("/v1/memory/records?layer=archive", api.operator()).body())
                .contains("\"kind\":\"decision\"", "We chose Vite for the shop");
    }

    @Test
    void changesNothingThatSomebodyRejects() throws Exception {
        String created = staged("kg_create_entity", "\"type\":\"service\",\"name\":\"Payments\"");

        assertThat(review(created, "reject")).contains("\"rejected\"");

        assertThat(tool("kg_search", "\"query\":\"Payments\"")).contains("\"results\":[]");
        assertThat(api.post("/v1/memory/writes/" + created + "/approve", api.operator(), "{}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(api.post("/v1/memory/writes/" + created + "/approve", agent, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void dropsWhatWaitsOfAnImportThatIsTakenOutAgain() throws Exception {
        String taken = api.post("/v1/memory/imports", api.operator(), "{\"text\":\"- Brews tea from nettles\"}")
                .body();
        assertThat(taken).contains("\"staged\":1", "\"created\":0");
        String waiting = "/v1/memory/writes?status=pending";
        assertThat(api.get(waiting, api.operator()).body()).contains("nettles");

        String id = first("\"importId\":\"([^\"]+)\"", taken);
        assertThat(api.shell("tacit:memory unimport " + id)).contains("{\"exit\":0}");

        assertThat(api.get(waiting, api.operator()).body()).doesNotContain("nettles");
    }

    private static String staged(String tool, String arguments) throws Exception {
        String answer = tool(tool, arguments);
        assertThat(answer).contains("\"status\":\"staged\"");
        String id = first("\"pendingId\":\"([^\"]+)\"", answer);
        assertThat(api.get("/v1/memory/writes?status=pending", api.operator()).body())
                .contains("\"" + id + "\"");
        return id;
    }

    private static String tool(String tool, String arguments) throws Exception {
        String call = "{\"taskId\":\"" + TRACE + "\",\"arguments\":{" + arguments + "}}";
        return api.post("/v1/memory/tools/" + tool, agent, call).body();
    }

    private static String review(String id, String review) throws Exception {
        return api.post("/v1/memory/writes/" + id + "/" + review, api.operator(), "{}")
                .body();
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
