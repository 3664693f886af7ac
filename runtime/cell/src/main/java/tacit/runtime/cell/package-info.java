/** The child process in which a candidate is asked. */
@NullMarked
package tacit.runtime.cell;

import org.jspecify.annotations.NullMarked;
