/** Proposals that mend memories. */
@NullMarked
package tacit.pulse.dreaming;

import org.jspecify.annotations.NullMarked;
