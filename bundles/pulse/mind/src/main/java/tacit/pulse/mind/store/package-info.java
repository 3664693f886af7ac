/** The rows behind reflection, by verb. */
@NullMarked
package tacit.pulse.mind.store;

import org.jspecify.annotations.NullMarked;
