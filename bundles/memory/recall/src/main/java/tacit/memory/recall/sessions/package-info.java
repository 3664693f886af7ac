/** Keeps states of runs, and what is known of the attempts before. */
@NullMarked
package tacit.memory.recall.sessions;

import org.jspecify.annotations.NullMarked;
