/** A channel over signed webhooks. */
@NullMarked
package tacit.channel.webhook;

import org.jspecify.annotations.NullMarked;
