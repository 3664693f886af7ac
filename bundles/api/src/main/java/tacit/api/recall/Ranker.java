package tacit.api.recall;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Puts candidates into the order in which they are likely to answer, and says why. A pure function of its request, so that two
 * versions can be compared on the same recorded requests.
 */
@Role("memory-ranker")
@ConsumerType
public interface Ranker {

    /** The best first, at most as many as wanted. */
    List<RankedHit> rank(RankRequest request);
}
