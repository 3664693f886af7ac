package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.http.NodeClients;
import tacit.surface.mcp.rpc.Json;

/** The official TypeScript clients with the verb {@code mcp} as their program. */
class StdioTest {

    private static final String FIRST = """
            import {Client} from '@modelcontextprotocol/sdk/client/index.js';
            import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
            const options = {};
            """;
    private static final String SECOND = """
            import {Client} from '@modelcontextprotocol/client';
            import {StdioClientTransport} from '@modelcontextprotocol/client/stdio';
            const options = {versionNegotiation: {mode: 'auto', probe: {timeoutMs: 60000}}};
            """;

    private static final String CONNECTED = """
            const transport = new StdioClientTransport({command: process.env.JAVA, stderr: 'pipe',
              args: ['-Dtacit.home=.', '-cp', process.env.JARS, 'tacit.runtime.launcher.Main', 'mcp',
                     '--data', process.env.DATA, ...(process.env.MCP_URL ? ['--url', process.env.MCP_URL] : [])],
              env: {TACIT_TOKEN: 'ann'}});
            const client = new Client({name: 'stdio', version: '1.0.0'}, options);
            const said = {};
            let log = '';
            transport.stderr.on('data', text => log += text);
            """;

    private static final String TOUR = CONNECTED + """
            await client.connect(transport, {timeout: 60000});
            said.version = client.getNegotiatedProtocolVersion?.() ?? '';
            said.tools = (await client.listTools()).tools.map(tool => tool.name);
            said.kept = await client.callTool({name: 'memory_propose', arguments: {content: 'We chose caf\\u00e9 tables'}});
            said.found = await client.callTool({name: 'memory_search', arguments: {query: 'copper tea'}});
            said.read = (await client.readResource({uri: 'bundle://active'})).contents[0].text;
            said.prompt = (await client.getPrompt({name: 'tacit_context', arguments: {task: 'Pour tea'}})).messages[0].content.text;
            try { await client.callTool({name: 'caf\\u00e9', arguments: {}}); } catch (error) { said.unknown = error.code; }
            """;

    private static final String END = """
            await client.close();
            said.log = log;
            console.log(JSON.stringify(said));
            """;

    @TempDir
    Path folder;

    private TestDatabase database;
    private Host host;

    @BeforeEach
    void open() throws Exception {
        NodeClients.assume();
        database = Engine.HSQLDB.open();
        host = new Host(database.database(), folder.resolve("host"));
        host.remembered("ann", "Ann likes copper tea");
    }

    @AfterEach
    void close() {
        if (database != null) {
            host.close();
            database.close();
        }
    }

    private JsonNode run(String script, String url) throws Exception {
        String jars = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        NodeClients.Run run = NodeClients.run(
                script,
                Map.of(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "JARS",
                        jars,
                        "DATA",
                        folder.toString(),
                        "MCP_URL",
                        url));
        assertThat(run.exit()).as(run.errors()).isZero();
        return Json.read(run.output().strip().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void servesBothGenerations(boolean second) throws Exception {
        JsonNode said = run((second ? SECOND : FIRST) + TOUR + END, host.url());

        assertThat(said.path("version").asText()).isEqualTo(second ? "2026-07-28" : "");
        assertThat(said.path("tools").toString()).contains("memory_search", "trace_report");
        assertThat(said.path("kept").path("structuredContent").path("status").asText())
                .isEqualTo("stored");
        assertThat(said.path("found").toString()).contains("copper tea");
        assertThat(said.path("read").asText()).contains("\"generation\":1");
        assertThat(said.path("prompt").asText()).isEqualTo("Ann likes tea\n\nTea is green");
        assertThat(said.path("unknown").asInt()).isEqualTo(-32602);
        assertThat(said.path("log").asText()).isEmpty();
        String run = said.path("kept").path("structuredContent").path("taskId").asText();
        assertThat(host.traces
                        .find(Host.TOKENS.get("ann").scope(), run)
                        .orElseThrow()
                        .trace()
                        .agent())
                .isEqualTo("stdio");
    }

    @Test
    void tellsTheSecondGenerationOfChanges() throws Exception {
        JsonNode said = run(SECOND + CONNECTED + """
                await client.connect(transport, {timeout: 60000});
                const changed = new Promise(resolve =>
                  client.setNotificationHandler('notifications/resources/list_changed', () => resolve('told')));
                const subscription = await client.listen({resourcesListChanged: true});
                await client.callTool({name: 'memory_propose', arguments: {content: 'We chose Rollup'}});
                said.changed = await changed;
                await subscription.close();
                """ + END, host.url());

        assertThat(said.path("changed").asText()).isEqualTo("told");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersWithAnErrorWhereNoHostRuns(boolean second) throws Exception {
        JsonNode said = run((second ? SECOND : FIRST) + CONNECTED + """
                try { await client.connect(transport, {timeout: 60000}); } catch (error) { said.error = String(error.message); }
                """ + END, "");

        assertThat(said.path("error").asText()).contains("No Tacit host runs");
        assertThat(said.path("log").asText().strip().lines())
                .singleElement()
                .asString()
                .contains("./tacit up");
    }
}
