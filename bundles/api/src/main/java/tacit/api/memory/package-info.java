/**
 * What an agent remembers: one shape of record with its evidence, the sources that read records and workspace files for the
 * next prompt, and the gate that every write passes.
 *
 * <pre>
 *   statement, result --WriteGate--> MemoryRecord --MemorySource--> ContextFragment --> the next prompt
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.memory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
