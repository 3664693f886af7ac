/** What may be done without asking. */
@NullMarked
package tacit.pulse.autonomy;

import org.jspecify.annotations.NullMarked;
