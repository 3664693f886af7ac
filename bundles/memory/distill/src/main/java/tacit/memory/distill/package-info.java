/** Makes candidates for memories of what happened in runs. */
@NullMarked
package tacit.memory.distill;

import org.jspecify.annotations.NullMarked;
