/**
 * Finds what keeps failing: failures in traces, families of failures, and the questions that would notice them again.
 *
 * <pre>
 *   trace --FailureDetector--> FailureRecord --> FailureCluster --> EvalCase
 *   decision, checks --> ReplayCase --answers of two harnesses--> ReplayRun
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.learn;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
