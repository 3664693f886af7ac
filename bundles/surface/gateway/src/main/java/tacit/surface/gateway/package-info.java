/**
 * Opens the two ports of a host and leads each call to its resource.
 *
 * <pre>
 *   HTTP --> host and origin checked --> route --> token --> body unpacked --> resource --> HTTP
 * </pre>
 */
@NullMarked
package tacit.surface.gateway;

import org.jspecify.annotations.NullMarked;
