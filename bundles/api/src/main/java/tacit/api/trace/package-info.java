/**
 * What an agent did, in the words of OpenTelemetry: traces of spans, and how each trace turned out.
 *
 * <pre>
 *   agent --spans--> [trace] --> memory, learn
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.trace;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
