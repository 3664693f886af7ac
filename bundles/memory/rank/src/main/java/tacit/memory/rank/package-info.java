/** Puts hits into order by features that are explained, with weights that are fitted. */
@NullMarked
package tacit.memory.rank;

import org.jspecify.annotations.NullMarked;
