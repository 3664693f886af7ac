package tacit.surface.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;

/** Answers one block for a known user, and nothing for others. */
final class KnownContexts implements Contexts {

    final List<ContextRequest> asked = new ArrayList<>();

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        asked.add(request);
        if (!"ann".equals(request.audience().userId())) {
            return AssembledContext.nothing(ContextExplanation.EMPTY);
        }
        AssembledContext.Block block = new AssembledContext.Block("hot_memory", "Ann likes tea", 4, List.of("m1"));
        return new AssembledContext(
                "Ann likes tea", 4, List.of(block), List.of(), new TreeMap<>(), ContextExplanation.EMPTY);
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        throw new UnsupportedOperationException("Nobody looks at layers here");
    }
}
