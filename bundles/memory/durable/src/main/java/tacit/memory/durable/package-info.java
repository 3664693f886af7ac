/** Conversations beyond the window of a model: summaries with their sources. */
@NullMarked
package tacit.memory.durable;

import org.jspecify.annotations.NullMarked;
