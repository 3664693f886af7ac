package tacit.adapt.style;

import java.time.Instant;
import java.util.List;
import tacit.api.adapt.StyleDimension;

/**
 * What somebody wished, as long as it is remembered. Immutable.
 *
 * @param wish what it was
 * @param at when
 * @param evidence where it was said
 * @param spent whether it has had its effect; it still speaks against messages that look otherwise
 */
record Signal(Wish wish, Instant at, List<String> evidence, boolean spent) {

    Signal {
        evidence = List.copyOf(evidence);
    }

    StyleDimension dimension() {
        return wish.dimension();
    }

    Signal asSpent() {
        return new Signal(wish, at, evidence, true);
    }
}
