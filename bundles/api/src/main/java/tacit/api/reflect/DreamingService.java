package tacit.api.reflect;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Finds in evidence what memories should be mended, and how. A pure function: it proposes and changes nothing, and the same
 * situation gives the same dream.
 */
@Role("dreaming")
@ConsumerType
public interface DreamingService {

    /** What the situation asks for; nothing without evidence. Each draft names its evidence and quotes it. */
    Dream dream(DreamingSituation situation);
}
