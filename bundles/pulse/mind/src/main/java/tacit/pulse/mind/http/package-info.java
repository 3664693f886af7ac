/** Reflection over HTTP. */
@NullMarked
package tacit.pulse.mind.http;

import org.jspecify.annotations.NullMarked;
