package tacit.surface.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;

/** Answers a context that says whom it is for. */
final class FakeContexts implements Contexts {

    final List<ContextRequest> asked = new ArrayList<>();

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        asked.add(request);
        return new AssembledContext(
                "For " + request.audience().kind() + " within " + budget,
                5,
                List.of(),
                List.of(),
                new TreeMap<>(),
                ContextExplanation.EMPTY);
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        throw new UnsupportedOperationException();
    }
}
