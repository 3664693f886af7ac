package tacit.model.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a model from the first time that somebody wants it loaded; one that cannot be loaded is tried once. Thread-safe. */
final class LazyModel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LazyModel.class);

    private final OnnxRuntime runtime;
    private final String name;
    private volatile @Nullable OnnxModel model;
    private volatile String problem = "";

    LazyModel(OnnxRuntime runtime, String name) {
        this.runtime = runtime;
        this.name = name;
    }

    boolean ready() {
        return model != null;
    }

    String problem() {
        return problem;
    }

    synchronized boolean load() {
        if (model == null && problem.isEmpty()) {
            try {
                model = runtime.open(name);
                log.info("Model '{}' is loaded", name);
            } catch (IOException | OrtException | LinkageError cause) {
                problem = "Cannot load model '" + name + "': " + cause.getMessage();
                log.warn("Texts are found by their words alone: {}", problem);
            }
        }
        return model != null;
    }

    List<float[]> embed(String prefix, List<String> texts) {
        OnnxModel loaded = model;
        if (loaded == null) {
            throw new IllegalStateException("Cannot embed texts: model '" + name + "' is not loaded");
        }
        return texts.stream().map(text -> loaded.embed(prefix + text)).toList();
    }

    @Override
    public synchronized void close() {
        OnnxModel loaded = model;
        model = null;
        problem = "The host is stopping";
        if (loaded != null) {
            loaded.close();
        }
    }
}
