/** Executors of tasks, devices and shell sessions. */
@NullMarked
package tacit.pulse.executors;

import org.jspecify.annotations.NullMarked;
