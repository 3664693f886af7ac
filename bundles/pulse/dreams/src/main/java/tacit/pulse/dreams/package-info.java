/** Dreaming runs and what waits for review. */
@NullMarked
package tacit.pulse.dreams;

import org.jspecify.annotations.NullMarked;
