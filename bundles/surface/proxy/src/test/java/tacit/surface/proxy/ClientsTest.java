package tacit.surface.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Span;
import tacit.runtime.testkit.http.NodeClients;

/** The official clients before the proxy. */
class ClientsTest {

    private static final String OPENAI = """
            import OpenAI from 'openai';
            const client = new OpenAI({ apiKey: 'ann', baseURL: process.env.BASE + '/v1', maxRetries: 0 });
            """;
    private static final String ANTHROPIC = """
            import Anthropic from '@anthropic-ai/sdk';
            const client = new Anthropic({ apiKey: 'ann', baseURL: process.env.BASE, maxRetries: 0 });
            """;

    private ScriptedUpstream model;
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        NodeClients.assume();
        model = new ScriptedUpstream();
        rig = new Rig();
        rig.upstream("gpt", model, "openai", Map.of());
        rig.upstream("claude", model, "anthropic", Map.of());
    }

    @AfterEach
    void close() {
        if (rig != null) {
            rig.close();
            model.close();
        }
    }

    private String run(String script) throws Exception {
        NodeClients.Run run =
                NodeClients.run(script, Map.of("BASE", rig.server.uri().toString()));
        assertThat(run.exit()).as(run.errors()).isZero();
        return run.output();
    }

    @Test
    void openaiChatsWithTools() throws Exception {
        model.doing(ScriptedUpstream.json(200, """
                {"id":"c1","object":"chat.completion","model":"gpt-5-real","choices":[{"index":0,"message":{"role":"assistant",
                "content":null,"tool_calls":[{"id":"t1","type":"function","function":{"name":"count","arguments":"{\\"of\\":\\"hens\\"}"}}]},
                "finish_reason":"tool_calls"}],"usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14}}"""));

        String said = run(OPENAI + """
                const { data, response } = await client.chat.completions.create({ model: 'gpt-5', tools: [{ type: 'function',
                  function: { name: 'count', parameters: { type: 'object' } } }],
                  messages: [{ role: 'developer', content: 'Be brief' }, { role: 'user', content: 'Count the hens' }] }).withResponse();
                console.log(data.choices[0].message.tool_calls[0].function.arguments, response.headers.get('x-tacit-route'));
                """);

        assertThat(said).startsWith("{\"of\":\"hens\"} gpt; attempts=1");
        assertThat(model.last().body()).contains("{\"role\":\"developer\",\"content\":\"<tacit_context");
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.output())
                .contains("\"type\":\"tool_call\",\"id\":\"t1\",\"name\":\"count\",\"arguments\":{\"of\":\"hens\"}");
        assertThat(chat.input()).contains("Be brief", "Count the hens").doesNotContain("secret");
    }

    @Test
    void openaiStreams() throws Exception {
        model.doing(ScriptedUpstream.chunks(
                "data: {\"id\":\"c1\",\"model\":\"gpt-5-real\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"n\u00e4",
                "her\"}}]}\n\n",
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\" \u2026\"},\"finish_reason\":\"stop\"}]}\n\n",
                "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}\n\ndata: [DONE]\n\n"));

        String said = run(OPENAI + """
                const stream = await client.chat.completions.create({ model: 'gpt-5', stream: true,
                  stream_options: { include_usage: true }, messages: [{ role: 'user', content: 'Count' }] });
                let text = '';
                for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? '';
                console.log(text);
                """);

        assertThat(said).isEqualTo("n\u00e4her \u2026\n");
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.output()).contains("n\u00e4her \u2026");
        assertThat(chat.number("gen_ai.usage.output_tokens")).contains(2L);
    }

    @Test
    void openaiSeesErrorsAsTheyAre() throws Exception {
        model.doing(ScriptedUpstream.json(
                429,
                "{\"error\":{\"message\":\"Slow down\",\"type\":\"rate_limit\",\"code\":\"rl\"}}",
                "retry-after",
                "3"));

        String said = run(OPENAI + """
                try { await client.chat.completions.create({ model: 'gpt-5', messages: [{ role: 'user', content: 'x' }] }); }
                catch (e) { console.log(e.constructor.name, e.status, e.code, e.headers.get('retry-after'), e.message); }
                const bob = new OpenAI({ apiKey: 'ann', baseURL: process.env.BASE + '/v1', maxRetries: 0,
                  defaultHeaders: { 'x-tacit-subject': 'bob' } });
                try { await bob.chat.completions.create({ model: 'gpt-5', messages: [{ role: 'user', content: 'x' }] }); }
                catch (e) { console.log(e.constructor.name, e.status, e.message); }
                """);

        assertThat(said).contains("RateLimitError 429 rl 3", "Slow down", "PermissionDeniedError 403", "another user");
    }

    @Test
    void openaiAsksForModelsEmbeddingsAndResponses() throws Exception {
        model.doing((request, exchange) -> {
            String path = request.target();
            String text = path.startsWith("/v1/models")
                    ? "{\"object\":\"list\",\"data\":[{\"id\":\"gpt-5\"}]}"
                    : path.endsWith("embeddings")
                            ? "{\"data\":[{\"index\":0,\"embedding\":[0.5,0.25]}],\"usage\":{\"prompt_tokens\":1}}"
                            : "{\"id\":\"r1\",\"object\":\"response\",\"status\":\"completed\",\"output\":[{\"type\":\"message\","
                                    + "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"Four\"}]}],"
                                    + "\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}";
            ScriptedUpstream.json(200, text).answer(request, exchange);
        });

        String said = run(OPENAI + """
                console.log((await client.models.list()).data[0].id);
                const e = await client.embeddings.create({ model: 'e', input: 'x', encoding_format: 'float' });
                console.log(e.data[0].embedding[1]);
                const r = await client.responses.create({ model: 'gpt-5', instructions: 'Be brief', input: 'Count' });
                console.log(r.output_text);
                """);

        assertThat(said).isEqualTo("gpt-5\n0.25\nFour\n");
        assertThat(model.last().body()).contains("\"instructions\":\"Be brief\\n\\n<tacit_context");
        assertThat(rig.allText()).contains("Four");
    }

    @Test
    void anthropicChatsWithTools() throws Exception {
        model.doing(ScriptedUpstream.json(200, """
                {"id":"m1","type":"message","role":"assistant","model":"claude-real","content":[{"type":"text","text":"I count"},
                {"type":"tool_use","id":"t1","name":"count","input":{"of":"hens"}}],"stop_reason":"tool_use",
                "usage":{"input_tokens":9,"output_tokens":5,"cache_read_input_tokens":4}}""", "request-id", "q1"));

        String said = run(ANTHROPIC + """
                const m = await client.messages.create({ model: 'claude-x', max_tokens: 9, system: 'Be brief',
                  tools: [{ name: 'count', input_schema: { type: 'object' } }], messages: [{ role: 'user', content: 'Count the hens' }] });
                console.log(m.content[1].input.of, m.stop_reason, m._request_id);
                """);

        assertThat(said).isEqualTo("hens tool_use q1\n");
        assertThat(model.last().headers()).containsEntry("x-api-key", Rig.KEY).containsKey("anthropic-version");
        assertThat(model.last().headers()).doesNotContainKey("authorization");
        assertThat(model.last().body())
                .contains("[{\"type\":\"text\",\"text\":\"Be brief\"},{\"type\":\"text\",\"text\":\"<tacit_context");
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.output()).contains("I count", "\"type\":\"tool_call\"");
        assertThat(chat.number("gen_ai.usage.cache_read.input_tokens")).contains(4L);
        assertThat(chat.attributes()).containsEntry("gen_ai.provider.name", "anthropic");
    }

    @Test
    void anthropicStreams() throws Exception {
        String delta = event("content_block_delta", "'index':0,'delta':{'type':'text_delta','text':'ur'}");
        model.doing(ScriptedUpstream.chunks(
                event(
                        "message_start",
                        "'message':{'id':'m1','type':'message','role':'assistant','model':'claude-real','content':[],"
                                + "'usage':{'input_tokens':9,'output_tokens':1}}"),
                event("content_block_start", "'index':0,'content_block':{'type':'text','text':''}"),
                event("content_block_delta", "'index':0,'delta':{'type':'text_delta','text':'Fo'}")
                        + delta.substring(0, 60),
                delta.substring(60) + event("content_block_stop", "'index':0"),
                event("message_delta", "'delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':6}"),
                event("message_stop", "'x':1")));

        String said = run(ANTHROPIC + """
                const stream = client.messages.stream({ model: 'claude-x', max_tokens: 9, messages: [{ role: 'user', content: 'Count' }] });
                const m = await stream.finalMessage();
                console.log(m.content[0].text, m.usage.output_tokens);
                """);

        assertThat(said).isEqualTo("Four 6\n");
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.output()).contains("Four");
        assertThat(chat.number("gen_ai.usage.output_tokens")).contains(6L);
        assertThat(chat.number("gen_ai.usage.input_tokens")).contains(9L);
        assertThat(chat.text("gen_ai.response.finish_reasons")).contains("[end_turn]");
    }

    @Test
    void anthropicSeesErrorsCountsTokensAndListsModels() throws Exception {
        model.doing((request, exchange) -> {
            String path = request.target();
            if (path.endsWith("count_tokens")) {
                ScriptedUpstream.json(200, "{\"input_tokens\":7}").answer(request, exchange);
            } else if (path.startsWith("/v1/models")) {
                ScriptedUpstream.json(200, "{\"data\":[{\"id\":\"claude-x\",\"type\":\"model\"}],\"has_more\":false}")
                        .answer(request, exchange);
            } else {
                ScriptedUpstream.json(
                                529,
                                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Busy\"}}")
                        .answer(request, exchange);
            }
        });

        String said = run(ANTHROPIC + """
                const messages = [{ role: 'user', content: 'x' }];
                console.log((await client.messages.countTokens({ model: 'claude-x', messages })).input_tokens);
                console.log((await client.models.list()).data[0].id);
                try { await client.messages.create({ model: 'claude-x', max_tokens: 1, messages }); }
                catch (e) { console.log(e.status, e.error.error.type); }
                """);

        assertThat(said).isEqualTo("7\nclaude-x\n529 overloaded_error\n");
        Span chat = Rig.chat(rig.kept().get(0));
        assertThat(chat.errorType()).isEqualTo("overloaded_error");
        assertThat(chat.statusMessage()).isEqualTo("HTTP 529 Busy");
    }

    private static String event(String type, String fields) {
        String data = "{'type':'" + type + "'," + fields + "}";
        return "event: " + type + "\ndata: " + data.replace('\'', '"') + "\n\n";
    }
}
