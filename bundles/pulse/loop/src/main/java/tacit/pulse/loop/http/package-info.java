/** Pulses, dispatches, proactive tasks and schedules over HTTP. */
@NullMarked
package tacit.pulse.loop.http;

import org.jspecify.annotations.NullMarked;
