/** Signals at times. */
@NullMarked
package tacit.trigger.schedule;

import org.jspecify.annotations.NullMarked;
