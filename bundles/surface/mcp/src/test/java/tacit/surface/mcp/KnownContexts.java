package tacit.surface.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;

/** Answers identity, story and hints for a known user, and nothing for others. */
final class KnownContexts implements Contexts {

    final List<ContextRequest> asked = new ArrayList<>();

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        asked.add(request);
        if (!"ann".equals(request.audience().userId())) {
            return AssembledContext.nothing(ContextExplanation.EMPTY);
        }
        return new AssembledContext(
                "Ann likes tea\n\nTea is green\n\nSearch for more",
                12,
                List.of(
                        block("hot_memory", "Ann likes tea", "m1"),
                        block("structured_memory", "Tea is green", "m2"),
                        block("recall_hints", "Search for more", "m3")),
                List.of(),
                new TreeMap<>(),
                ContextExplanation.EMPTY);
    }

    private static AssembledContext.Block block(String kind, String text, String memory) {
        return new AssembledContext.Block(kind, text, 4, List.of(memory));
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        throw new UnsupportedOperationException("Nobody looks at layers here");
    }
}
