/**
 * Changes which bundles and settings decide: step by step in the idle slots, then at once, and back when it fails.
 *
 * <pre>
 *   request --> read, trust, store --> slots --> ledger --> one flip --> drain --> health
 *                                                  ^
 *                         start of the host -------+  (the last good generation, if the active one fails)
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.activation;

import org.jspecify.annotations.NullMarked;
