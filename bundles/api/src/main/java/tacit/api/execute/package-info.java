/**
 * Work that the core gives to others, and what became of it.
 *
 * <pre>
 *   dispatch --TaskBrief--> [executions] --TaskOrder--> executor on a device --TaskResult--> joined to its cycle
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.execute;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
