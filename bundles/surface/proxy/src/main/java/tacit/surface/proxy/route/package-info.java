/** Upstreams in their order, and the first of them that answers. */
@NullMarked
package tacit.surface.proxy.route;

import org.jspecify.annotations.NullMarked;
