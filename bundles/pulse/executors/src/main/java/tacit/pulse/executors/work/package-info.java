/** Executors: programs, the example agent, and whoever listens at an address. */
@NullMarked
package tacit.pulse.executors.work;

import org.jspecify.annotations.NullMarked;
