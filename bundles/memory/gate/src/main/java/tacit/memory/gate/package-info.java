/** Decides which writes wait for somebody's approval. */
@NullMarked
package tacit.memory.gate;

import org.jspecify.annotations.NullMarked;
