/** Signals over HTTP. */
@NullMarked
package tacit.pulse.signals.http;

import org.jspecify.annotations.NullMarked;
