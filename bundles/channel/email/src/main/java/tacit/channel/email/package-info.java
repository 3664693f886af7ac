/** A channel over e-mail. */
@NullMarked
package tacit.channel.email;

import org.jspecify.annotations.NullMarked;
