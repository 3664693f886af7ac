package tacit.api.harness;

import org.osgi.annotation.versioning.ProviderType;

/** One consistent set of providers, held until it is closed: a swap waits for it before it stops anything. Thread-safe. */
@ProviderType
public interface HarnessView extends AutoCloseable {

    /** The generation that this view shows. */
    long generation();

    /**
     * The provider of a role in this generation.
     *
     * @throws IllegalArgumentException when the role is unknown or of another type
     * @throws IllegalStateException when the role has no provider, or the view is closed
     */
    <T> T provider(String role, Class<T> type);

    /** Lets go of the providers; a second call does nothing. */
    @Override
    void close();
}
