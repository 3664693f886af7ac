package tacit.model.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a model from the first time that somebody wants it loaded; one that cannot be loaded is tried once. Thread-safe. */
final class LazyModel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LazyModel.class);

    private final OnnxRuntime runtime;
    private final String name;
    // Native memory must not go while somebody embeds with it
    private final ReadWriteLock using = new ReentrantReadWriteLock();
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
        using.readLock().lock();
        try {
            OnnxModel loaded = model;
            if (loaded == null) {
                throw new IllegalStateException("Cannot embed texts: model '" + name + "' is not loaded");
            }
            return texts.stream().map(text -> loaded.embed(prefix + text)).toList();
        } finally {
            using.readLock().unlock();
        }
    }

    @Override
    public synchronized void close() {
        using.writeLock().lock();
        try {
            OnnxModel loaded = model;
            model = null;
            problem = "The host is stopping";
            if (loaded != null) {
                loaded.close();
            }
        } finally {
            using.writeLock().unlock();
        }
    }
}
