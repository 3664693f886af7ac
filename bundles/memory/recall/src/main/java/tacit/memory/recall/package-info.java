/** Looks through every source at once, and answers to the tools of agents. */
@NullMarked
package tacit.memory.recall;

import org.jspecify.annotations.NullMarked;
