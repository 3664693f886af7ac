/**
 * Says what a bundle is and whether it may run here, before anything of it runs.
 *
 * <pre>
 *   jar --bytes--> [trust] --Examination--> generation
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.trust;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
