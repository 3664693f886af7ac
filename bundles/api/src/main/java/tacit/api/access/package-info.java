/**
 * Who may do what, and the record of who did: tokens with roles, and the audit log that is written before the effect.
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
