/**
 * What just happened in this host, for whoever watches it live.
 *
 * <pre>
 *   any stage --tell--> [Events] --after, follow--> GET /v1/events, Mission Control
 * </pre>
 *
 * <p>Events are news, not evidence: they are kept for a while in memory only. What happened is in the stores.
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
