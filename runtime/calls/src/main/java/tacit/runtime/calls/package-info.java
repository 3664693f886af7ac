/** Calls of roles as JSON and back. */
@NullMarked
package tacit.runtime.calls;

import org.jspecify.annotations.NullMarked;
