/** Packs of memories and notes on a topic, in the files of a workspace. */
@NullMarked
package tacit.memory.topics;

import org.jspecify.annotations.NullMarked;
