/**
 * The truth about what is active, on disk: the hash-chained lines of the ledger, and the jars of every generation in reach.
 *
 * <pre>
 *   generations --append--> [ledger] DATA/ledger/generations.jsonl
 *   jar --put--> [store] DATA/store/sha256/ab/ab….jar
 * </pre>
 */
@NullMarked
package tacit.runtime.ledger;

import org.jspecify.annotations.NullMarked;
