/** Things, what they are called, and how they are related over time. */
@NullMarked
package tacit.memory.graph;

import org.jspecify.annotations.NullMarked;
