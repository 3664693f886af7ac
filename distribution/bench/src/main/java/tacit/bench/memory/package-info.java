/** Measures contexts and recall over many memories, beside the way of the described system on the same data. */
@NullMarked
package tacit.bench.memory;

import org.jspecify.annotations.NullMarked;
