package tacit.model.embedding;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import tacit.api.model.Embedder;

/** E5-small-v2, int8: learned to tell what is looked for from what can be found. Thread-safe. */
@Component(service = Embedder.class, property = "tacit.model=e5-small-v2-q")
public final class E5SmallEmbedder implements Embedder, AutoCloseable {

    private static final String NAME = "e5-small-v2-q";

    private final LazyModel model;

    @Activate
    public E5SmallEmbedder(@Reference OnnxRuntime runtime) {
        this.model = new LazyModel(runtime, NAME);
    }

    @Override
    public String model() {
        return NAME;
    }

    @Override
    public boolean ready() {
        return model.ready();
    }

    @Override
    public boolean load() {
        return model.load();
    }

    @Override
    public String problem() {
        return model.problem();
    }

    @Override
    public List<float[]> queries(List<String> texts) {
        return model.embed("query: ", texts);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return model.embed("passage: ", texts);
    }

    @Deactivate
    @Override
    public void close() {
        model.close();
    }
}
