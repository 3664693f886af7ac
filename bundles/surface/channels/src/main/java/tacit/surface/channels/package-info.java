/** Receives messages from channels, has them answered, and sends the answers. */
@NullMarked
package tacit.surface.channels;

import org.jspecify.annotations.NullMarked;
