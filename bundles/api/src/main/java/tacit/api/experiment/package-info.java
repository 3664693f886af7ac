/**
 * Changes of the harness that are proved before they are made.
 *
 * <pre>
 *   Proposal --> Experiment --Evaluator, both arms--> Verdict --operator--> generation
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.experiment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
