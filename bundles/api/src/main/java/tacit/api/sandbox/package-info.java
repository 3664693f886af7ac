/**
 * Asks a candidate recorded questions in a process of its own, where it can harm nothing.
 *
 * <pre>
 *   jar, settings, situations --SandboxRun--> [sandbox] --SandboxReport--> evaluation
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.sandbox;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
