package tacit.api.generation;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the ledger: from here on this generation was active. Immutable.
 *
 * @param sequence from 1, without gaps
 * @param act how it became active
 * @param at when
 * @param by who
 * @param reason why
 * @param generation the generation
 * @param previousHash the hash of the line before; 64 zeros in the first
 * @param hash of this line, over everything else in it
 */
public record LedgerEntry(
        long sequence,
        Act act,
        Instant at,
        String by,
        String reason,
        Generation generation,
        String previousHash,
        String hash) {

    /** How a generation became active. */
    public enum Act {
        /** It was new. */
        PROMOTED,
        /** It had been active before and was asked back. */
        ROLLED_BACK,
        /** It had been active before, and the one after it could not start. */
        RECOVERED
    }

    public LedgerEntry {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(hash, "hash");
    }
}
