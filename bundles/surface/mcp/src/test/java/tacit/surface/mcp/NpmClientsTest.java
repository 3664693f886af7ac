package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.http.NodeClients;
import tacit.surface.mcp.rpc.Json;

/** The official TypeScript clients of both generations. */
class NpmClientsTest {

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static Host host;
    private static String memory;

    @BeforeAll
    static void open() throws Exception {
        NodeClients.assume();
        database = Engine.HSQLDB.open();
        host = new Host(database.database(), folder);
        memory = host.remembered("ann", "Ann likes copper tea");
        host.skilled(null, "release-notes");
    }

    @AfterAll
    static void close() {
        if (database != null) {
            host.close();
            database.close();
        }
    }

    /** What every client does, whichever way it greets. */
    private static final String TOUR = """
            const said = {version: client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion};
            said.server = client.getServerVersion()?.name;
            said.tools = (await client.listTools()).tools.map(tool => tool.name);
            said.kept = await client.callTool({name: 'memory_propose', arguments: {content: 'We chose Vite ' + process.env.WHO}});
            said.found = await client.callTool({name: 'memory_search', arguments: {query: 'copper tea', types: ['memory']}});
            said.bad = await client.callTool({name: 'memory_get', arguments: {ids: 'x'}});
            try { await client.callTool({name: 'none', arguments: {}}); } catch (error) { said.unknown = error.code; }
            said.resources = [];
            let cursor;
            do {
              const page = await client.listResources(cursor === undefined ? {} : {cursor});
              said.resources.push(...page.resources.map(one => one.uri));
              cursor = page.nextCursor;
            } while (cursor !== undefined);
            said.templates = (await client.listResourceTemplates()).resourceTemplates.map(one => one.uriTemplate);
            said.skill = (await client.readResource({uri: 'skill://release-notes/SKILL.md'})).contents[0].text;
            try { await client.readResource({uri: 'memory://records/none'}); } catch (error) { said.missing = error.code; }
            said.prompts = (await client.listPrompts()).prompts.map(one => one.name);
            said.prompt = (await client.getPrompt({name: 'tacit_context', arguments: {task: 'Pour tea'}})).messages[0].content.text;
            """;

    private static final String END = """
            await client.close();
            console.log(JSON.stringify(said));
            """;

    private static JsonNode run(String script, String who) throws Exception {
        NodeClients.Run run = NodeClients.run(script, Map.of("MCP_URL", host.url(), "MCP_TOKEN", "ann", "WHO", who));
        assertThat(run.exit()).as(run.errors()).isZero();
        return Json.read(run.output().strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertTour(JsonNode said) {
        assertThat(said.path("server").asText()).isEqualTo("tacit");
        assertThat(said.path("tools").toString()).contains("memory_search", "search_memories", "trace_report");
        assertThat(said.path("kept").path("structuredContent").path("status").asText())
                .isEqualTo("stored");
        assertThat(said.path("found").toString()).contains("memory:" + memory);
        assertThat(said.path("bad").path("isError").asBoolean()).isTrue();
        assertThat(said.path("unknown").asInt()).isEqualTo(-32602);
        assertThat(said.path("resources").toString())
                .contains("bundle://active", "memory://records/" + memory, "skill://release-notes/SKILL.md");
        assertThat(said.path("templates")).hasSize(3);
        assertThat(said.path("skill").asText()).startsWith("---\nname: release-notes");
        assertThat(said.path("missing").asInt()).isIn(-32602, -32002);
        assertThat(said.path("prompts").toString()).isEqualTo("[\"tacit_context\"]");
        assertThat(said.path("prompt").asText()).isEqualTo("Ann likes tea\n\nTea is green");
    }

    @Test
    void servesTheFirstGenerationOfTheClient() throws Exception {
        JsonNode said = run("""
                import {Client} from '@modelcontextprotocol/sdk/client/index.js';
                import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';
                const transport = new StreamableHTTPClientTransport(new URL(process.env.MCP_URL),
                  {requestInit: {headers: {Authorization: 'Bearer ' + process.env.MCP_TOKEN}}});
                const client = new Client({name: 'first', version: '1.0.0'});
                await client.connect(transport);
                """ + TOUR + END, "first");

        assertTour(said);
        assertThat(said.path("version").asText()).isEqualTo("2025-11-25");
    }

    private static final String SECOND = """
            import {Client, StreamableHTTPClientTransport} from '@modelcontextprotocol/client';
            const transport = new StreamableHTTPClientTransport(new URL(process.env.MCP_URL),
              {requestInit: {headers: {Authorization: 'Bearer ' + process.env.MCP_TOKEN}}});
            const client = new Client({name: 'second', version: '2.0.0'}, {versionNegotiation: {mode: MODE}});
            """;

    @ParameterizedTest
    @ValueSource(strings = {"'legacy'", "'auto'", "{pin: '2026-07-28'}"})
    void servesTheSecondGenerationOfTheClientHoweverItGreets(String mode) throws Exception {
        JsonNode said = run(
                SECOND.replace("MODE", mode) + "await client.connect(transport);\n" + TOUR + END,
                "second" + mode.length());

        assertTour(said);
        assertThat(said.path("version").asText()).isEqualTo(mode.equals("'legacy'") ? "2025-11-25" : "2026-07-28");
    }

    @Test
    void tellsTheSecondGenerationOfChanges() throws Exception {
        JsonNode said = run(SECOND.replace("MODE", "'auto'") + """
                await client.connect(transport);
                const said = {};
                const changed = new Promise(resolve =>
                  client.setNotificationHandler('notifications/resources/list_changed', () => resolve('told')));
                const subscription = await client.listen({resourcesListChanged: true});
                await client.callTool({name: 'memory_propose', arguments: {content: 'We chose Rollup'}});
                said.changed = await changed;
                await subscription.close();
                """ + END, "listener");

        assertThat(said.path("changed").asText()).isEqualTo("told");
    }
}
