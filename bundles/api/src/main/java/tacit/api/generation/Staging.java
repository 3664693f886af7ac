package tacit.api.generation;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes in bundles, verifies them and shows them; nothing staged is active by itself. Thread-safe. */
@ProviderType
public interface Staging {

    /** Everything that is staged or was refused, newest first. */
    List<Candidate> candidates();

    /**
     * Reads a jar, with the statement beside it where there is one, and keeps it if it is sound.
     *
     * @param file the jar; {@code <file>.statement} beside it is its signed statement
     * @throws IllegalArgumentException when the file cannot be read
     */
    Candidate stage(Path file, String by);

    /** Forgets a candidate; its jar stays in the store as long as a generation needs it. */
    boolean discard(String sha256, String by);
}
