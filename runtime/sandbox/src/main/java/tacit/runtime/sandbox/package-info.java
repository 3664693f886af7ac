/** Candidates in child processes. */
@NullMarked
package tacit.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
