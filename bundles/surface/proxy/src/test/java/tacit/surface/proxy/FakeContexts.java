package tacit.surface.proxy;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;

/** Knows one secret of each user. */
final class FakeContexts implements Contexts {

    final List<ContextRequest> asked = new CopyOnWriteArrayList<>();

    volatile Function<ContextRequest, String> words =
            request -> "The secret of " + request.audience().userId() + " is \"näher\"";

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        asked.add(request);
        String text = words.apply(request);
        List<AssembledContext.Block> blocks = text.isEmpty()
                ? List.of()
                : List.of(new AssembledContext.Block("structured_memory", text, 7, List.of("m1", "m2")));
        return new AssembledContext(text, 7, blocks, List.of(), new TreeMap<>(), ContextExplanation.EMPTY);
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        throw new UnsupportedOperationException();
    }
}
