/** Notes of a workspace as documents that can be found. */
@NullMarked
package tacit.memory.markdown;

import org.jspecify.annotations.NullMarked;
