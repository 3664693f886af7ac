/** Models that run on this machine. Every feature works without one. */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
