/** A month of the always-on core in simulated time. */
@NullMarked
package tacit.bench.month;

import org.jspecify.annotations.NullMarked;
