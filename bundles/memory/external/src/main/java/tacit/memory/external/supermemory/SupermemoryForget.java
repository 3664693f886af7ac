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

/** Lets Supermemory forget something by its id or its exact text; it may have to wait for approval. */
@Component(configurationPid = Supermemory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SupermemoryForget implements RecallTool {

    private final Supermemory supermemory;
    private final Sending sending;

    @Activate
    public SupermemoryForget(@Reference Supermemory supermemory, @Reference Sending sending) {
        this.supermemory = supermemory;
        this.sending = sending;
    }

    @Override
    public String name() {
        return "supermemory_forget";
    }

    @Override
    public String summary() {
        return "Lets Supermemory forget something by its id or its exact text; it may have to wait for approval";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, false, "what a search called it"),
                new ToolParameter("text", Kind.TEXT, false, "its exact text, where there is no id"),
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
        String id = arguments.optional("id");
        String text = arguments.optional("text");
        if ((id == null) == (text == null)) {
            throw new IllegalArgumentException("either id or text must be given");
        }
        return ToolArguments.sent(sending.send(
                Outgoing.of(call.scope().workspaceId(), Outgoing.FORGET, MemoryWrite.Origin.AGENT_TOOL, Supermemory.ID)
                        .remote(id)
                        .content(text)
                        .container(arguments.optional("container"))
                        .user(call.scope().userId())
                        .run(call.taskId(), arguments.evidence())
                        .write()));
    }
}
