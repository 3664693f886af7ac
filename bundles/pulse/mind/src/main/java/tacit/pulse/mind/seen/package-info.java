/** What is seen of the targets of a profile. */
@NullMarked
package tacit.pulse.mind.seen;

import org.jspecify.annotations.NullMarked;
