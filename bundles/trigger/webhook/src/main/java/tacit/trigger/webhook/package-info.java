/** Signals from webhooks. */
@NullMarked
package tacit.trigger.webhook;

import org.jspecify.annotations.NullMarked;
