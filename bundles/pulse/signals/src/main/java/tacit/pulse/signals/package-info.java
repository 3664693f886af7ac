/** The ledger of signals. */
@NullMarked
package tacit.pulse.signals;

import org.jspecify.annotations.NullMarked;
