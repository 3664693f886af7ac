package tacit.bench.recall;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tacit.api.model.Embedder;
import tacit.api.recall.SearchIndex;
import tacit.memory.index.LuceneIndex;
import tacit.model.embedding.E5SmallEmbedder;
import tacit.model.embedding.MiniLmEmbedder;
import tacit.model.embedding.OnnxRuntime;

/** The index of a host without the host, with models that are loaded. */
public final class BenchIndex implements AutoCloseable {

    private final LuceneIndex index;
    private final E5SmallEmbedder e5;
    private final MiniLmEmbedder mini;

    private BenchIndex(Path folder, List<String> models) {
        OnnxRuntime runtime = new OnnxRuntime(1, 256);
        e5 = new E5SmallEmbedder(runtime);
        mini = new MiniLmEmbedder(runtime);
        List<Embedder> chosen = new ArrayList<>(List.of(e5, mini));
        chosen.removeIf(embedder -> !models.contains(embedder.model()));
        for (Embedder embedder : chosen) {
            if (!embedder.load()) {
                throw new IllegalStateException("Cannot load model '" + embedder.model() + "': " + embedder.problem());
            }
        }
        index = new LuceneIndex(folder, chosen, Clock.systemUTC());
    }

    /** An index in an empty folder with models by their names. */
    public static BenchIndex open(Path folder, List<String> models) {
        return new BenchIndex(folder, models);
    }

    public SearchIndex index() {
        return index;
    }

    /** Puts conversations in and waits until every vector is there. */
    public void fill(List<Dialogue> dialogues) throws InterruptedException {
        for (Dialogue dialogue : dialogues) {
            index.put(dialogue.turns());
        }
        index.settle();
    }

    @Override
    public void close() {
        index.close();
        e5.close();
        mini.close();
    }
}
