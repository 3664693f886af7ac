/**
 * The harness: every part that decides at run time is a role with one active provider behind a facade that never goes away.
 *
 * <pre>
 *   caller --call--> facade --lease--> [provider in its slot]
 *                       |
 *                       +--sampled--> Decision, which can be asked again
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.harness;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
