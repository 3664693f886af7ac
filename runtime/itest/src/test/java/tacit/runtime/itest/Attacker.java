package tacit.runtime.itest;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An agent that attacks whoever looks at what it did: every way in, every field that takes a text. Confined to one thread. */
final class Attacker {

    private static final String FAILING = """
            {'resourceSpans':[{'resource':{'attributes':[
              {'key':'service.name','value':{'stringValue':'@agent'}},{'key':'tacit.session','value':{'stringValue':'@session'}},
              {'key':'tacit.user','value':{'stringValue':'@user'}},{'key':'tacit.task_key','value':{'stringValue':'@task-key'}},
              {'key':'tacit.channel','value':{'stringValue':'@channel'}},{'key':'tacit.profile','value':{'stringValue':'@profile'}},
              {'key':'tacit.batch','value':{'stringValue':'@batch'}},{'key':'tacit.harness_generation','value':{'stringValue':'@generation'}},
              {'key':'@attribute-name','value':{'stringValue':'@attribute-value'}}]},
             'scopeSpans':[{'scope':{'name':'@scope'},'spans':[
              {'traceId':'%TRACE','spanId':'00f067aa0ba902b7','name':'@root','startTimeUnixNano':'%SECOND000000000','endTimeUnixNano':'%SECOND900000000',
               'status':{'code':2,'message':'@root-error'},'attributes':[
                {'key':'gen_ai.operation.name','value':{'stringValue':'invoke_agent'}},
                {'key':'gen_ai.input.messages','value':{'stringValue':'[{\\'role\\':\\'user\\',\\'parts\\':[{\\'type\\':\\'text\\',\\'content\\':\\'Ship it\\'}]}]'}},
                {'key':'gen_ai.system_instructions','value':{'stringValue':'@instructions'}},
                {'key':'tacit.outcome','value':{'stringValue':'failure'}},{'key':'tacit.outcome.name','value':{'stringValue':'@outcome-name'}},
                {'key':'tacit.outcome.reason','value':{'stringValue':'@outcome-reason'}}]},
              {'traceId':'%TRACE','spanId':'00f067aa0ba902b8','parentSpanId':'00f067aa0ba902b7','name':'@tool-span',
               'startTimeUnixNano':'%SECOND000000000','endTimeUnixNano':'%SECOND500000000','status':{'code':2,'message':'@tool-error'},'attributes':[
                {'key':'gen_ai.operation.name','value':{'stringValue':'execute_tool'}},{'key':'gen_ai.tool.name','value':{'stringValue':'@tool'}},
                {'key':'gen_ai.tool.call.arguments','value':{'stringValue':'@arguments'}},
                {'key':'gen_ai.tool.call.result','value':{'stringValue':'@result'}},{'key':'error.type','value':{'stringValue':'@error-type'}}],
               'events':[{'name':'exception','attributes':[{'key':'exception.type','value':{'stringValue':'@exception'}},
                {'key':'exception.message','value':{'stringValue':'@exception-message'}}]},{'name':'@event','attributes':[]}]},
              {'traceId':'%TRACE','spanId':'00f067aa0ba902b9','parentSpanId':'00f067aa0ba902b7','name':'@chat',
               'startTimeUnixNano':'%SECOND500000000','endTimeUnixNano':'%SECOND800000000','attributes':[
                {'key':'gen_ai.operation.name','value':{'stringValue':'chat'}},{'key':'gen_ai.request.model','value':{'stringValue':'@model'}},
                {'key':'gen_ai.provider.name','value':{'stringValue':'@provider'}},{'key':'gen_ai.prompt','value':{'stringValue':'@prompt'}},
                {'key':'gen_ai.completion','value':{'stringValue':'@completion'}}]}]}]}]}
            """;

    /** Further ways in: a path, and a body that names its attacks. */
    private static final List<List<String>> CALLS = List.of(
            List.of(
                    "/v1/outcomes",
                    "{'traceId':'%TRACE','label':'failure','source':'user','name':'@statement','explanation':'@explanation'}"),
            List.of(
                    "/v1/feedback",
                    "{'taskId':'%TRACE','decision':'rejected','reason':'@reason','note':'@note','userId':'nora','channel':'#feedback-channel'}"),
            List.of(
                    "/v1/feedback",
                    "{'taskId':'%TRACE','decision':'rejected','reason':'incorrect','note':'@second-note','userId':'nora'}"),
            List.of("/v1/context", "{'task':'@task','agent':'@asking','userId':'nora'}"),
            List.of("/v1/recall", "{'query':'@query'}"),
            List.of(
                    "/v1/signals",
                    "{'family':'open_loop_pressure','urgency':'high','reason':'@signal','evidence':['!signal-evidence'],'fingerprint':'@fingerprint','payload':{'text':'@payload'},'source':'api','origin':'@origin'}"),
            List.of(
                    "/v1/signals",
                    "{'family':'open_loop_pressure','urgency':'high','reason':'@second-signal','evidence':['trace:t1'],'payload':{'text':'@second-payload'}}"),
            List.of("/v1/signals/wake", "{'text':'@wake','mode':'now','source':'hook'}"),
            List.of(
                    "/v1/skills/proposals",
                    "{'id':'Attack','name':'@skill','description':'@skill-description','prompt':'@skill-prompt','problemStatement':'@skill-problem','evidence':['@skill-evidence'],'riskNote':'@skill-risk'}"),
            List.of(
                    "/v1/skills/proposals",
                    "{'id':'attack','name':'Attack','description':'@description','prompt':'@skill-text','problemStatement':'@problem','evidence':['@second-evidence'],'requiredTools':['@required'],'riskNote':'@risk'}"),
            List.of(
                    "/v1/memory/tools/memory_save",
                    "{'taskId':'%TRACE','arguments':{'content':'@memory','type':'insight'}}"),
            List.of(
                    "/v1/memory/tools/memory_curate",
                    "{'taskId':'%TRACE','arguments':{'action':'add','target':'workspace','kind':'project_fact','content':'@curated'}}"),
            List.of(
                    "/v1/memory/tools/kg_create_entity",
                    "{'taskId':'%TRACE','arguments':{'type':'service','name':'@entity','description':'@entity-description'}}"),
            List.of(
                    "/v1/memory/checkpoints",
                    "{'taskId':'%TRACE','trigger':'completed','messages':[{'role':'user','content':'@message'}],'result':'@checkpoint'}"),
            List.of("/v1/memory/users/nora/profile", "{'text':'@fact','category':'work'}"),
            List.of("/v1/memory/imports", "{'text':'[2024-05-01] - @imported','provider':'@import-provider'}"),
            List.of(
                    "/v1/agents/claude-code/hooks",
                    "{'session_id':'a1','cwd':'/x','hook_event_name':'UserPromptSubmit','prompt':'@hook-prompt'}"),
            List.of(
                    "/v1/agents/claude-code/hooks",
                    "{'session_id':'a1','cwd':'!folder','hook_event_name':'PostToolUse','tool_name':'@hook-tool','tool_use_id':'t1','tool_input':{'command':'@hook-command'},'tool_response':{'stdout':'@hook-result'}}"),
            List.of(
                    "/v1/agents/codex/notify",
                    "{'type':'agent-turn-complete','thread-id':'@thread','turn-id':'1','cwd':'/x','last-assistant-message':'@said'}"),
            List.of(
                    "/mcp",
                    "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'trace_report','arguments':{'task':'@reported','answer':'@answer','spans':[{'name':'@step','input':'@step-input','output':'@step-output'}],'outcome':{'label':'failure','reason':'@verdict'}}}}"),
            List.of(
                    "/mcp",
                    "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'memory_propose','arguments':{'content':'@proposed'}}}"),
            List.of(
                    "/v1/experiments",
                    "{'role':'style','settings':{'tacit.adapt.style.StylePromptLines':{'@setting':'@value'}},'title':'@title','why':'@why'}"),
            List.of("/v1/dreams/runs", "{'instructions':'@dream'}"));

    private final Api api;
    private final Attack attack;
    private final List<String> refused = new ArrayList<>();

    Attacker(Api api, Attack attack) {
        this.api = api;
        this.attack = attack;
    }

    /** Comes in by every way; runs that fail alike are imported from a file, so that what keeps failing is known at once. */
    void attack(Path data, Path folder) throws Exception {
        StringBuilder runs = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            runs.append(attack.json(FAILING.replace("%TRACE", trace(i))
                                    .replace("%SECOND", String.valueOf(1_767_225_600 + 60 * i)))
                            .replace("\n", " "))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("runs.jsonl"), runs);
        Tacit learn = Tacit.run("learn", file, "--data", data);
        if (learn.exitCode() != 0) {
            throw new AssertionError(learn.output());
        }
        for (List<String> call : CALLS) {
            answer(
                    call.get(0),
                    api.post(
                            call.get(0), api.operator(), attack.json(call.get(1).replace("%TRACE", trace(0)))));
        }
    }

    static String trace(int number) {
        return "0af7651916cd43dd8448eb211c80319" + number;
    }

    private void answer(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        if (answer.statusCode() >= 400 || answer.body().contains("\"isError\":true")) {
            refused.add(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** What was not let in, and why. */
    List<String> refused() {
        return List.copyOf(refused);
    }
}
