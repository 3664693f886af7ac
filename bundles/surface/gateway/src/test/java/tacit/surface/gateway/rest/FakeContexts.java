package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;

/** Answers one block, and keeps what it was asked. */
final class FakeContexts implements Contexts {

    final List<ContextRequest> asked = new ArrayList<>();
    final List<Integer> budgets = new ArrayList<>();

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        asked.add(request);
        budgets.add(budget);
        TreeMap<String, Double> parts = new TreeMap<>();
        parts.put("relevance", 0.4);
        ContextExplanation explanation = new ContextExplanation(
                List.of(new ContextExplanation.Line("c1", "curated", "L0", true, 4, 0.9, parts, "It fits")),
                new TreeMap<>(),
                List.of(new ContextExplanation.Failure("graph", "It failed")));
        TreeMap<String, Integer> attribution = new TreeMap<>();
        attribution.put("curated", 1);
        return new AssembledContext(
                "Likes tea",
                3,
                List.of(new AssembledContext.Block(
                        "hot_memory",
                        "Likes tea",
                        3,
                        List.of("m1"),
                        List.of(new AssembledContext.Piece(0, 9, "curated", "c1", List.of("m1"))))),
                List.of(),
                attribution,
                explanation);
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        asked.add(request);
        budgets.add(budget);
        return List.of(new LayerPreview("L0", "Identity", "in", "out", 1, 990, 1, true));
    }
}
