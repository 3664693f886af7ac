/**
 * Models: which one an agent should use, and those that Tacit asks itself. Every feature works without one.
 *
 * <pre>
 *   ModelQuestion --ModelChoice--> ModelAnswer
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
