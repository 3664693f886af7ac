/** What was asked and answered, as traces. */
@NullMarked
package tacit.surface.proxy.trace;

import org.jspecify.annotations.NullMarked;
