package tacit.api.learn;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.trace.RecordedTrace;

/**
 * Looks for one family of failures in a trace. Registered as a service; a dropped-in bundle adds one more.
 *
 * <p>Deterministic, stateless and thread-safe: the same trace gives the same findings. A detector that throws is named in
 * the log and skipped for that trace.
 */
@Role(value = "failure-detector", many = true)
@ConsumerType
public interface FailureDetector {

    /** The name that its findings are kept under; stable over versions. */
    String name();

    /** Answers what it saw, in the order of the spans; empty when nothing failed. */
    List<Finding> detect(RecordedTrace trace);
}
