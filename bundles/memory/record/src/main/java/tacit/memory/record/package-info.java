/** Keeps the records of every memory, their evidence and what they said before. */
@NullMarked
package tacit.memory.record;

import org.jspecify.annotations.NullMarked;
