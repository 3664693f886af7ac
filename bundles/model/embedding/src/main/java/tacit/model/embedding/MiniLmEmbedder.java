package tacit.model.embedding;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import tacit.api.model.Embedder;

/** All-MiniLM-L6-v2, int8: half the size and twice as fast, near for sentences that mean the same. Thread-safe. */
@Component(service = Embedder.class, property = "tacit.model=all-minilm-l6-v2-q")
public final class MiniLmEmbedder implements Embedder, AutoCloseable {

    private static final String NAME = "all-minilm-l6-v2-q";

    private final LazyModel model;

    @Activate
    public MiniLmEmbedder(@Reference OnnxRuntime runtime) {
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
        return model.embed("", texts);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return model.embed("", texts);
    }

    @Deactivate
    @Override
    public void close() {
        model.close();
    }
}
