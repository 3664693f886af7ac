/** Signals from mailboxes. */
@NullMarked
package tacit.trigger.mailbox;

import org.jspecify.annotations.NullMarked;
