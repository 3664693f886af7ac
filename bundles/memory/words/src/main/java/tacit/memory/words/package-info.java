/** Pure functions over texts that several memories need; built into each bundle that uses them. */
@NullMarked
package tacit.memory.words;

import org.jspecify.annotations.NullMarked;
