package tacit.runtime.harness.activation;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.activation.Steps.Work;
import tacit.runtime.harness.slot.Filling;

/**
 * A way from the generation that decides to another one. Immutable.
 *
 * @param target the generation that shall decide
 * @param fillings what its roles need that the table does not hold, by role
 * @param moment how strictly the jars are examined
 * @param commit makes it the truth; null when it is the truth already
 */
record Change(
        Generation target,
        SortedMap<String, Filling> fillings,
        Moment moment,
        @Nullable Work commit) {

    Change {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(moment, "moment");
        fillings = Collections.unmodifiableSortedMap(new TreeMap<>(fillings));
    }

    /** The generation in words. */
    String subject() {
        return "generation " + target.number();
    }
}
