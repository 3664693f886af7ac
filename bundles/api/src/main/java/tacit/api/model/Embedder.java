package tacit.api.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Turns texts into vectors, near when their meaning is. One service for each model. Thread-safe. */
@ProviderType
public interface Embedder {

    /** The model's name, such as {@code e5-small-v2-q}; vectors of different models cannot be compared. */
    String model();

    /** Whether it answers at once; false until it is loaded, and for good where the machine cannot run it. */
    boolean ready();

    /**
     * Loads the model on the calling thread, if nobody did; quick and without effect ever after. Nothing is loaded before.
     *
     * @return whether it is ready now
     */
    default boolean load() {
        return ready();
    }

    /** Why it will never be ready, for people; empty while nothing is wrong. */
    default String problem() {
        return "";
    }

    /**
     * Embeds texts that are looked for.
     *
     * @return a vector of length 1 for each, in their order
     * @throws IllegalStateException when it is not ready
     */
    List<float[]> queries(List<String> texts);

    /** Embeds texts that can be found; otherwise as {@link #queries}. */
    List<float[]> passages(List<String> texts);
}
