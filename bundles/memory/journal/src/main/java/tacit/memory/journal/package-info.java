/** The log of each day and what remains of it. */
@NullMarked
package tacit.memory.journal;

import org.jspecify.annotations.NullMarked;
