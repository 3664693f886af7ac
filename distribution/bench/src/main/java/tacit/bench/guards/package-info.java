/** Measures rules about tool calls on runs of tasks that they were not learned from. */
@NullMarked
package tacit.bench.guards;

import org.jspecify.annotations.NullMarked;
