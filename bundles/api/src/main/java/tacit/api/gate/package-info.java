/**
 * Judges candidates before they may reach an agent: the same cases under two arms, and one verdict with its reasons.
 *
 * <pre>
 *   paired outcomes --> [gate] --Verdict--> promote, or not
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.gate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
