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

/** Searches Supermemory for the workspace, and answers foreign text. */
@Component(configurationPid = Supermemory.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SupermemorySearch implements RecallTool {

    private static final int USUAL = 8;
    private static final int MOST = 25;

    private final Supermemory supermemory;
    private final Externals externals;
    private final Redactor redactor;

    @Activate
    public SupermemorySearch(
            @Reference Supermemory supermemory, @Reference Externals externals, @Reference Redactor redactor) {
        this.supermemory = supermemory;
        this.externals = externals;
        this.redactor = redactor;
    }

    @Override
    public String name() {
        return "supermemory_search";
    }

    @Override
    public String summary() {
        return "Searches Supermemory for the workspace, and answers foreign text";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what to look for"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 8 unless told, up to 25"),
                new ToolParameter("container", Kind.TEXT, false, "another container that is allowed"));
    }

    @Override
    public boolean available() {
        return supermemory.enabled();
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        ToolArguments arguments = new ToolArguments(call);
        String query = redactor.redact(arguments.text("query")).text();
        int most = arguments.whole("limit", USUAL, MOST);
        String container = arguments.optional("container");
        if (!call.audience().maySee(Visibility.PRIVATE)) {
            return ToolAnswer.of(List.of());
        }
        String workspace = call.scope().workspaceId();
        return ToolArguments.facts(supermemory.search(workspace, externals.name(workspace), container, query, most));
    }
}
