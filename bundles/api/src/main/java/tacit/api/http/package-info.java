/**
 * What the gateway serves: each resource is a service; the gateway does connections, tokens, limits and errors.
 *
 * <pre>
 *   HTTP --Call--> [resource] --Reply--> HTTP
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
