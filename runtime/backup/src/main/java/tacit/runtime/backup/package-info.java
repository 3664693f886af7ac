/**
 * Copies everything that cannot be made again into one file while the host runs, and puts it back.
 *
 * <pre>
 *   store, ledger, files --> [backup] --> FILE --> [backup] --> store, ledger, files
 * </pre>
 *
 * <p>Rows are kept in a form that both engines read, so a copy of one can be restored into the other.
 */
@NullMarked
package tacit.runtime.backup;

import org.jspecify.annotations.NullMarked;
