/** Signals from Git. */
@NullMarked
package tacit.trigger.git;

import org.jspecify.annotations.NullMarked;
