/** Reads what a jar says of itself, within bounds and without loading any of it. */
@NullMarked
package tacit.runtime.trust.jar;

import org.jspecify.annotations.NullMarked;
