/** Reads the kit of a workspace: the files that people and agents keep for the next prompt. */
@NullMarked
package tacit.memory.kit;

import org.jspecify.annotations.NullMarked;
