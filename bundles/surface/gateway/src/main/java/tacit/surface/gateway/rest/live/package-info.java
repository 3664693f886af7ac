/**
 * What happens now, as server-sent events.
 *
 * <pre>
 *   a source rings --> [ServerSent: one listener, one thread] --what is new--> the listener
 * </pre>
 */
@NullMarked
package tacit.surface.gateway.rest.live;

import org.jspecify.annotations.NullMarked;
