package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.testkit.http.NodeClients;

/** MCP from the real image, over HTTP and as a program, with the official clients of both generations. */
class McpIT {

    private static final String FIRST = """
            import {Client} from '@modelcontextprotocol/sdk/client/index.js';
            import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';
            import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
            const options = {};
            """;
    private static final String SECOND = """
            import {Client, StreamableHTTPClientTransport} from '@modelcontextprotocol/client';
            import {StdioClientTransport} from '@modelcontextprotocol/client/stdio';
            const options = {versionNegotiation: {mode: 'auto', probe: {timeoutMs: 60000}}};
            """;

    private static final String TOUR = """
            const env = process.env;
            const transport = env.WAY === 'http'
              ? new StreamableHTTPClientTransport(new URL(env.MCP_URL), {requestInit: {headers: {Authorization: 'Bearer ' + env.TOKEN}}})
              : new StdioClientTransport({command: env.JAVA, env: {TACIT_TOKEN: env.TOKEN},
                  args: ['-Dtacit.home=' + env.IMAGE, '-cp', env.JARS, 'tacit.runtime.launcher.Main', 'mcp', '--data', env.DATA]});
            const client = new Client({name: 'tour', version: '1.0.0'}, options);
            await client.connect(transport, {timeout: 60000});
            const call = async (name, args) => {
              const answer = await client.callTool({name, arguments: args});
              if (answer.isError) throw new Error(name + ': ' + answer.content[0].text);
              return answer.structuredContent;
            };
            console.log('tools ' + (await client.listTools()).tools.map(tool => tool.name).join(' '));
            const run = await call('trace_report', {task: 'Count the hives of ' + env.WHO, answer: 'Nine',
              spans: [{name: 'sql', input: 'select count(*) from hives', output: '9'}], outcome: {label: 'success'}});
            const kept = await call('memory_propose', {content: 'The hives of ' + env.WHO + ' stand at copper bay', taskId: run.traceId});
            console.log('kept ' + kept.status);
            let found = '';
            for (let look = 0; look < 300 && !found.includes(kept.id); look++) {
              found = JSON.stringify(await call('memory_search', {query: 'hives copper bay', types: ['memory']}));
            }
            console.log('found ' + found.includes(kept.id));
            console.log('whole ' + (await call('memory_get', {ids: [kept.id]})).memories[0].text);
            console.log('why ' + (await call('learning_explain', {id: kept.id})).memory.evidence[0].id.includes(run.traceId));
            await call('feedback_submit', {taskId: run.traceId, decision: 'accepted', kind: 'task'});
            console.log('bundle ' + (await client.readResource({uri: 'bundle://active'})).contents[0].text.includes('memory-layers'));
            console.log('memory ' + (await client.readResource({uri: 'memory://records/' + kept.id})).contents[0].mimeType);
            console.log('prompt ' + (await client.getPrompt({name: 'tacit_context', arguments: {task: 'Where do hives stand?'}})).messages.length);
            console.log('id ' + kept.id);
            await client.close();
            """;

    @TempDir
    static Path data;

    private static Tacit host;
    private static Api api;
    private static String ann;
    private static String bob;

    @BeforeAll
    static void start() throws Exception {
        host = Tacit.up(data);
        api = new Api(data);
        ann = api.token("mcp-ann", "--role agent --user ann");
        bob = api.token("mcp-bob", "--role agent --user bob");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({"first, http", "second, http", "first, stdio", "second, stdio"})
    void servesTheOfficialClients(String generation, String way) throws Exception {
        NodeClients.assume();

        NodeClients.Run run = NodeClients.run(
                (generation.equals("first") ? FIRST : SECOND) + TOUR, environment(way, generation + way));

        assertThat(run.exit()).as(run.errors() + run.output()).isZero();
        assertThat(run.output())
                .contains("memory_search", "memory_timeline", "kg_search", "skill_get")
                .contains("kept stored", "found true", "why true", "memory application/json", "prompt 1")
                .contains("whole The hives of " + generation + way);
        String id = run.output().replaceAll("(?s).*\\nid (\\S+)\\n.*", "$1");
        assertThat(read(ann, id)).contains("copper bay");
        assertThat(read(bob, id)).contains("-32002").doesNotContain("copper bay");
    }

    private static Map<String, String> environment(String way, String who) throws Exception {
        return Map.of(
                "WAY",
                way,
                "WHO",
                who,
                "MCP_URL",
                api.address() + "/mcp",
                "TOKEN",
                ann,
                "JAVA",
                Tacit.java(),
                "JARS",
                Tacit.classPath(),
                "IMAGE",
                Tacit.image().toString(),
                "DATA",
                data.toString());
    }

    private static String read(String token, String id) throws Exception {
        return api.post(
                        "/mcp",
                        token,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"memory://records/"
                                + id + "\"}}")
                .body();
    }

    @Test
    void takesNotificationsAndRefusesStreamsAndStrangers() throws Exception {
        HttpResponse<String> told =
                api.post("/mcp", ann, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertThat(told.statusCode()).isEqualTo(202);
        assertThat(told.body()).isEmpty();
        assertThat(told.headers().firstValue("Content-Type")).isEmpty();
        assertThat(api.get("/mcp", ann).statusCode()).isEqualTo(405);
        assertThat(api.send("DELETE", "/mcp", ann, "application/json", "").statusCode())
                .isEqualTo(405);
        assertThat(api.post("/mcp", "", "{}").statusCode()).isEqualTo(401);
        assertThat(api.post("/mcp", ann, "{").body()).contains("-32700");
    }

    @Test
    void saysThatNoHostRuns(@TempDir Path empty) throws Exception {
        Tacit command = Tacit.run("mcp", "--data", empty);

        assertThat(command.exitCode()).isZero();
        assertThat(command.output()).contains("No Tacit host runs on '" + empty + "'");
        assertThat(command.output().lines()).hasSize(1);
    }
}
