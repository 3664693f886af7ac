/** A channel over mail: reads what a person wrote in a mail, and composes the reply. */
@NullMarked
package tacit.channel.email;

import org.jspecify.annotations.NullMarked;
