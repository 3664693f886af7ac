/** What agents can call to look into the memory and to change it, and who decides which of it is switched on. */
@NullMarked
package tacit.memory.recall.tools;

import org.jspecify.annotations.NullMarked;
