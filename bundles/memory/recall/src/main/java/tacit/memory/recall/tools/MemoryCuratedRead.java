package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.Audience;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Lists the entries of the curated memory. */
@Component
public final class MemoryCuratedRead implements RecallTool {

    private final CuratedMemory curated;

    @Activate
    public MemoryCuratedRead(@Reference CuratedMemory curated) {
        this.curated = curated;
    }

    @Override
    public String name() {
        return "memory_curated_read";
    }

    @Override
    public String summary() {
        return "Lists the few facts that every prompt shows";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("target", Kind.TEXT, false, "user or workspace; both unless told"),
                new ToolParameter("kind", Kind.TEXT, false, "such as preference"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 20 unless told, up to 100"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        Audience audience = call.audience();
        return ToolAnswer.of(curated
                .read(
                        call.scope(),
                        args.optionalChoice("target", CurationRequest.Target.class),
                        args.optionalText("kind"),
                        args.whole("limit", 20, 1, 100))
                .stream()
                .filter(entry -> audience.maySee(entry.visibility()))
                .filter(entry -> entry.visibility() != Visibility.PRIVATE
                        || entry.scope().reach() != Reach.USER
                        || entry.scope().id().equals(audience.userId()))
                .map(Rows::of)
                .toList());
    }
}
