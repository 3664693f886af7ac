package tacit.runtime.trust;

import java.util.List;
import tacit.api.trust.BundleFacts;

/**
 * What the bytes of a jar say under the settings of the host, whoever vouches for them. Immutable.
 *
 * @param refusals each a sentence
 */
record JarReading(BundleFacts facts, List<String> refusals) {

    JarReading {
        refusals = List.copyOf(refusals);
    }
}
