package tacit.learn.mine.triage;

import java.util.Set;

/**
 * One span that an operator spoke about. Immutable.
 *
 * @param features what is known of the span
 * @param prior how sure the detectors were, in (0, 1)
 * @param failure what the operator said
 */
public record Example(Set<String> features, double prior, boolean failure) {

    public Example {
        features = Set.copyOf(features);
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("prior must be in (0, 1), got " + prior);
        }
    }
}
