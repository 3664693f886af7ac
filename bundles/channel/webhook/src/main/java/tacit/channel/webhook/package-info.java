/** A channel over signed webhooks: JSON in, JSON out, signed as the Standard Webhooks specification says. */
@NullMarked
package tacit.channel.webhook;

import org.jspecify.annotations.NullMarked;
