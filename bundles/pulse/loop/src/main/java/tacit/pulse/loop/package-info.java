/** Pulses, dispatches and their runs. */
@NullMarked
package tacit.pulse.loop;

import org.jspecify.annotations.NullMarked;
