/** The checklist of a heartbeat. */
@NullMarked
package tacit.trigger.checklist;

import org.jspecify.annotations.NullMarked;
