/**
 * Keeps what Tacit knows: one relational database behind two verbs, read and write.
 *
 * <pre>
 *   any stage --SQL--> [store] --rows--> any stage
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
