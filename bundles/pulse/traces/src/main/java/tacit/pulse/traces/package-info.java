/** Traces of the core and what it learnt. */
@NullMarked
package tacit.pulse.traces;

import org.jspecify.annotations.NullMarked;
