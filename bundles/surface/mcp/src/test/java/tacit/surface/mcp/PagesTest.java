package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;
import tacit.surface.mcp.Posts.Answer;

/** What can be read, the prompt, and who may read it, on both databases. */
@EachDatabase
class PagesTest {

    @TempDir
    Path folder;

    private final Database database;
    private Host host;
    private Posts posts;

    PagesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        host = new Host(database, folder);
        posts = new Posts(host);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void readsMemoriesSkillsAndTheHarness() throws Exception {
        String id = host.remembered("ann", "Ann likes copper tea");
        host.skilled(null, "release-notes");

        assertThat(uris("ann"))
                .containsExactly("bundle://active", "memory://records/" + id, "skill://release-notes/SKILL.md");
        assertThat(read("ann", "memory://records/" + id)).contains("copper tea");
        assertThat(read("ann", "memory://layers/profile")).contains("copper tea", "\"more\":false");
        assertThat(read("ann", "skill://release-notes/SKILL.md")).startsWith("---\nname: release-notes\n");
        assertThat(read("ann", "bundle://active"))
                .contains(
                        "\"generation\":" + host.harness.now().number(),
                        "\"bundle\":\"tacit.adapt.skills\"",
                        "\"sha256\":\"")
                .doesNotContain("configurations");
    }

    @Test
    void goesThroughManyMemoriesPageByPage() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            expected.add("memory://records/" + host.remembered("ann", "Ann likes tea number " + i));
        }

        List<String> found = uris("ann");

        assertThat(found).contains("bundle://active").containsAll(expected).doesNotHaveDuplicates();
    }

    @Test
    void showsNothingOfAUserToAnybodyElse() throws Exception {
        String id = host.remembered("ann", "Ann likes copper tea");
        host.skilled("ann", "ann-notes");
        posts.call("ann", "trace_report", "{\"traceId\":\"t1\",\"task\":\"Secret of Ann\"}");

        for (String token : new String[] {"ben", "agent", "other"}) {
            assertThat(uris(token)).as(token).noneMatch(uri -> uri.contains(id) || uri.contains("ann"));
            for (String uri :
                    new String[] {"memory://records/" + id, "memory://layers/profile", "skill://ann-notes/SKILL.md"}) {
                assertThat(posts.ask(token, "resources/read", "{\"uri\":\"" + uri + "\"}")
                                .code())
                        .as(token + " " + uri)
                        .isEqualTo(-32002);
            }
            assertThat(posts.call(token, "memory_get", "{\"ids\":[\"" + id + "\"]}")
                            .text())
                    .doesNotContain("copper");
            assertThat(posts.call(token, "memory_search", "{\"query\":\"copper tea\"}")
                            .text())
                    .as(token)
                    .doesNotContain("copper tea\"");
            assertThat(posts.call(token, "search_memories", "{\"query\":\"copper tea\"}")
                            .text())
                    .doesNotContain("Ann likes");
            assertThat(posts.call(token, "skill_get", "{\"name\":\"ann-notes\"}")
                            .text())
                    .contains("There is no skill");
            assertThat(posts.call(token, "learning_explain", "{\"id\":\"" + id + "\"}")
                            .text())
                    .contains("Nothing");
            assertThat(prompt(token)).doesNotContain("Ann likes");
        }
        for (String token : new String[] {"ben", "other"}) {
            assertThat(posts.call(token, "learning_explain", "{\"id\":\"t1\"}").text())
                    .contains("Nothing");
            assertThat(posts.call(token, "feedback_submit", "{\"taskId\":\"t1\",\"decision\":\"accepted\"}")
                            .text())
                    .contains("no such run");
        }
        assertThat(posts.call("ben", "trace_report", "{\"traceId\":\"t1\",\"task\":\"Mine\"}")
                        .text())
                .contains("traceId must not be");
    }

    @Test
    void showsAUserOfTheWorkspaceToAnAgentThatServesThatUserAlone() throws Exception {
        String id = host.remembered("ann", "Ann likes copper tea");
        String ask = "{\"uri\":\"memory://records/" + id + "\",\"_meta\":{\"tacit/userId\":\"ann\"%s}}";

        assertThat(posts.ask("agent", "resources/read", ask.formatted("")).body())
                .contains("copper tea");
        assertThat(posts.ask("agent", "resources/read", ask.formatted(",\"tacit/audience\":\"group\""))
                        .code())
                .isEqualTo(-32002);
        assertThat(posts.ask("agent", "resources/read", ask.formatted(",\"tacit/subAgent\":true"))
                        .code())
                .isEqualTo(-32002);
        assertThat(posts.send(
                                "agent",
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":"
                                        + "\"memory://records/" + id + "\"}}",
                                "X-Tacit-User",
                                "ann")
                        .body())
                .contains("copper tea");
        assertThat(posts.ask("other", "resources/read", ask.formatted("")).code())
                .isEqualTo(-32002);
    }

    @Test
    void answersThePromptForATask() throws Exception {
        assertThat(prompt("ann")).isEqualTo("Ann likes tea\n\nTea is green");
        assertThat(prompt("ben")).contains("Nothing is remembered");
        assertThat(host.contexts.asked.get(0).task()).isEqualTo("Pour tea");
        assertThat(host.contexts.asked.get(0).audience().userId()).isEqualTo("ann");
        JsonNode told = posts.ask("ann", "prompts/list", "{}").result().path("prompts");
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("arguments").path(0).path("name").asText()).isEqualTo("task");
    }

    private String prompt(String token) throws Exception {
        JsonNode result = posts.ask(
                        token, "prompts/get", "{\"name\":\"tacit_context\",\"arguments\":{\"task\":\"Pour tea\"}}")
                .result();
        assertThat(result.path("_meta").path("tacit/contextId").asText()).isNotBlank();
        return result.path("messages").path(0).path("content").path("text").asText();
    }

    private String read(String token, String uri) throws Exception {
        Answer answer = posts.ask(token, "resources/read", "{\"uri\":\"" + uri + "\"}");
        return answer.result().path("contents").path(0).path("text").asText();
    }

    private List<String> uris(String token) throws Exception {
        List<String> uris = new ArrayList<>();
        String params = "{}";
        for (int page = 0; page < 100 && !params.isEmpty(); page++) {
            JsonNode result = posts.ask(token, "resources/list", params).result();
            result.path("resources").forEach(one -> uris.add(one.path("uri").asText()));
            params = result.has("nextCursor")
                    ? "{\"cursor\":\"" + result.path("nextCursor").asText() + "\"}"
                    : "";
        }
        return uris;
    }
}
