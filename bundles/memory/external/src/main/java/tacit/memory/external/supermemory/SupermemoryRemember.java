package tacit.memory.external.supermemory;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryWrite;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.external.Outgoing;
import tacit.memory.external.Sending;

/** Lets Supermemory remember something; it may have to wait for approval. */
@Component(configurationPid = Supermemory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SupermemoryRemember implements RecallTool {

    private final Supermemory supermemory;
    private final Sending sending;

    @Activate
    public SupermemoryRemember(@Reference Supermemory supermemory, @Reference Sending sending) {
        this.supermemory = supermemory;
        this.sending = sending;
    }

    @Override
    public String name() {
        return "supermemory_remember";
    }

    @Override
    public String summary() {
        return "Lets Supermemory remember something; it may have to wait for approval";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("content", Kind.TEXT, true, "what to remember"),
                new ToolParameter("container", Kind.TEXT, false, "another container that is allowed"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean available() {
        return supermemory.enabled();
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        ToolArguments arguments = new ToolArguments(call);
        return ToolArguments.sent(sending.send(Outgoing.of(
                        call.scope().workspaceId(), Outgoing.REMEMBER, MemoryWrite.Origin.AGENT_TOOL, Supermemory.ID)
                .content(arguments.text("content"))
                .container(arguments.optional("container"))
                .user(call.scope().userId())
                .metadata("source", "agent_tool")
                .metadata("taskId", call.taskId())
                .run(call.taskId(), arguments.evidence())
                .write()));
    }
}
