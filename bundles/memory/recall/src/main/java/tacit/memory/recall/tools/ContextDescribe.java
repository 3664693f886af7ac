package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.DurableContext;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Shows a message or a summary of the run with what it was made of. */
@Component
public final class ContextDescribe implements RecallTool {

    private static final int SOURCES = 8;
    private static final int MOST_SOURCES = 25;

    private final DurableContext context;

    @Activate
    public ContextDescribe(@Reference DurableContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "context_describe";
    }

    @Override
    public String summary() {
        return "Shows a message or a summary of this run with what it was made of";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, true, "of the message, the summary or the payload"),
                new ToolParameter("taskId", Kind.TEXT, false, "another run, where the user asked for it"),
                new ToolParameter(
                        "explicitUserRequest",
                        Kind.TRUTH,
                        false,
                        "whether the user asked for that other run; else it is not looked into"),
                new ToolParameter(
                        "sourceLimit",
                        Kind.WHOLE_NUMBER,
                        false,
                        "how many messages of a summary at most, 8 unless told, up to 25"));
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
                .describe(
                        call.scope(),
                        call.audience(),
                        task,
                        args.text("id"),
                        args.whole("sourceLimit", SOURCES, 1, MOST_SOURCES))
                .stream()
                .map(ContextRows::of)
                .toList());
    }
}
