package tacit.memory.external.supermemory;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.Redactor;
import tacit.api.memory.Visibility;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.external.Externals;

/** Answers what Supermemory knows of the workspace, as foreign text. */
@Component(configurationPid = Supermemory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SupermemoryProfile implements RecallTool {

    private final Supermemory supermemory;
    private final Externals externals;
    private final Redactor redactor;

    @Activate
    public SupermemoryProfile(
            @Reference Supermemory supermemory, @Reference Externals externals, @Reference Redactor redactor) {
        this.supermemory = supermemory;
        this.externals = externals;
        this.redactor = redactor;
    }

    @Override
    public String name() {
        return "supermemory_profile";
    }

    @Override
    public String summary() {
        return "Answers what Supermemory knows of the workspace, as foreign text";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, false, "what it shall be about"),
                new ToolParameter("container", Kind.TEXT, false, "another container that is allowed"));
    }

    @Override
    public boolean available() {
        return supermemory.enabled();
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        ToolArguments arguments = new ToolArguments(call);
        String query = arguments.optional("query");
        String container = arguments.optional("container");
        if (!call.audience().maySee(Visibility.PRIVATE)) {
            return ToolAnswer.of(List.of());
        }
        String workspace = call.scope().workspaceId();
        return ToolArguments.facts(supermemory.profile(
                workspace,
                externals.name(workspace),
                container,
                query == null ? "" : redactor.redact(query).text()));
    }
}
