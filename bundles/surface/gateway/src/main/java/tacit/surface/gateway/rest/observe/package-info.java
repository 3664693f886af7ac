/** What a monitor asks of a host. */
@NullMarked
package tacit.surface.gateway.rest.observe;

import org.jspecify.annotations.NullMarked;
