package tacit.api.harness;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Work that the host does again and again for a bundle of the harness, and only while that bundle is active. */
@ConsumerType
public interface Scheduled {

    /** The time from the end of one run to the begin of the next; at least one second. */
    Duration period();

    /** Does the work once, on a thread of the host; never called twice at once. What it throws is logged. */
    void run();
}
