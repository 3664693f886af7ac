/**
 * What the core thinks about: hypotheses about targets, proposals to mend memories, suggestions to people.
 *
 * <pre>
 *   evidence --> [reflection] --> winner --> suggestion or dispatch --> response --> scores
 *   memories --> [dreaming]   --> candidates --> review --> the memory's own service
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.reflect;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
