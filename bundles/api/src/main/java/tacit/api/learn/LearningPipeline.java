package tacit.api.learn;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Runs every step of learning over the traces that changed: mining, clustering, eval cases. Thread-safe. */
@ProviderType
public interface LearningPipeline {

    /**
     * Learns from all traces of the scope that are pending and returns when none is left.
     *
     * <p>Callers of one workspace take turns. A run that is cut off is taken up where it stood.
     */
    LearningReport run(Scope scope, ProgressListener progress);

    /** Hears how far a run is; called on the thread of {@link #run}. */
    @FunctionalInterface
    interface ProgressListener {

        /** Ignores all. */
        ProgressListener NONE = (done, total) -> {};

        void progress(long done, long total);
    }
}
