/**
 * Counts how judged runs went that were shown a memory, and proposes to put aside what makes them worse.
 *
 * <pre>
 *   contexts, judged runs --> [outcomes] --> counts, proposals for the write gate
 * </pre>
 */
@NullMarked
package tacit.memory.outcomes;

import org.jspecify.annotations.NullMarked;
