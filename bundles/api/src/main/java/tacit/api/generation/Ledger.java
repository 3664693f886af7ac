package tacit.api.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only, hash-chained record of which generation was active from when on; it outlives the framework and any kill.
 * A line that a crash cut off is left out and reported; a chain that does not hold is refused when the ledger opens.
 * Thread-safe.
 */
@ProviderType
public interface Ledger {

    /**
     * Every line, oldest first; read anew each time.
     *
     * @throws IllegalStateException when the lines cannot be read any more
     */
    List<LedgerEntry> entries();

    /** The generation of the last line; empty before the first. */
    Optional<Generation> active();

    /** The generation that was active last of those with another number than this. */
    Optional<Generation> activeBefore(long number);

    /** Every generation, by number; read anew each time. */
    List<Generation> generations();

    /** The generations with the highest numbers, by number, so many at most. */
    List<Generation> youngest(int most);

    Optional<Generation> find(long number);

    /**
     * Adds a line and returns after it is on disk: this is the moment at which a generation becomes the truth.
     *
     * @param generation for {@code PROMOTED} a new one with the {@link #nextNumber}; else one that the ledger holds
     * @throws IllegalArgumentException when the number does not fit the act
     * @throws IllegalStateException when the line cannot be written; then nothing changed
     */
    LedgerEntry append(LedgerEntry.Act act, Generation generation, Instant at, String by, String reason);

    /** The number for the next new generation. */
    long nextNumber();

    /** What was found at the opening that an operator should know, such as a line that a crash cut off. */
    List<String> findings();
}
