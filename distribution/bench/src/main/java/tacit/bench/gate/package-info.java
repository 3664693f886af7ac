/** Whether the gate judges rightly: recorded changes with a known result, no change at all, and simulated ones. */
@NullMarked
package tacit.bench.gate;

import org.jspecify.annotations.NullMarked;
