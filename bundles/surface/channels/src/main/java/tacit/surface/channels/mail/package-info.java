/** Mailboxes that are read and servers that send: the only package that knows the mail library. */
@NullMarked
package tacit.surface.channels.mail;

import org.jspecify.annotations.NullMarked;
