package tacit.api.generation;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The jars that generations are made of, each under its own hash, on the local disk. Thread-safe. */
@ProviderType
public interface Artifacts {

    /**
     * Keeps a jar and returns its hash after it is on disk; a jar that is there already is left as it is.
     *
     * @throws IllegalStateException when it cannot be written; then nothing is there
     */
    String put(byte[] jar);

    /**
     * Reads a jar and checks its hash.
     *
     * @throws IllegalStateException when it is missing, cannot be read, or is not what it was
     */
    byte[] read(String sha256);

    boolean contains(String sha256);

    /** Keeps the signed statement of a jar beside it, in place of an older one. */
    void putStatement(String sha256, String statement);

    Optional<String> statement(String sha256);

    /** Deletes every jar that is not named, with its statement; answers what was deleted. */
    Set<String> keepOnly(Set<String> needed);
}
