/** What a pulse decides. */
@NullMarked
package tacit.pulse.heartbeat;

import org.jspecify.annotations.NullMarked;
