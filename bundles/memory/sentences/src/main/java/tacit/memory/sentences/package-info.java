/** Takes plain sentences apart: what is claimed, denied, supposed or quoted, and by whom. */
@NullMarked
package tacit.memory.sentences;

import org.jspecify.annotations.NullMarked;
