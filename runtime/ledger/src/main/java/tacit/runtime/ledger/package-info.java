/** The truth about what is active, on disk. */
@NullMarked
package tacit.runtime.ledger;

import org.jspecify.annotations.NullMarked;
