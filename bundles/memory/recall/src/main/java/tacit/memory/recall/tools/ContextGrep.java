package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.DurableContext;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Finds words in what was said in the run, beyond what its prompt holds. */
@Component
public final class ContextGrep implements RecallTool {

    private final DurableContext context;

    @Activate
    public ContextGrep(@Reference DurableContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "context_grep";
    }

    @Override
    public String summary() {
        return "Finds words in what was said in this run, also where the prompt holds it no more";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what is looked for, in words"),
                new ToolParameter("taskId", Kind.TEXT, false, "another run, where the user asked for it"),
                new ToolParameter(
                        "explicitUserRequest",
                        Kind.TRUTH,
                        false,
                        "whether the user asked for that other run; else it is not looked into"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 10 unless told, up to 50"));
    }

    @Override
    public boolean available() {
        return context.enabled();
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        String task = ContextRows.task(name(), call, args);
        return ToolAnswer.of(context
                .search(new ContextQuery(
                        call.scope(),
                        call.audience(),
                        task,
                        args.text("query"),
                        args.whole("limit", 10, 1, ContextQuery.MOST)))
                .stream()
                .map(ContextRows::of)
                .toList());
    }
}
