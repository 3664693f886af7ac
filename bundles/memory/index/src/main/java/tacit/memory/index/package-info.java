/** Finds documents by their words and their meaning; owns the index files. */
@NullMarked
package tacit.memory.index;

import org.jspecify.annotations.NullMarked;
