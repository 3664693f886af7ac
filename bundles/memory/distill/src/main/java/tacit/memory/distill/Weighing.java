package tacit.memory.distill;

import java.util.Locale;
import java.util.Optional;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryScope;

/**
 * Decides which of what was found should be remembered. Immutable.
 *
 * @param leastConfidence how sure it must be, in [0, 1]
 * @param leastStability how long it must be likely to hold, in [0, 1]
 */
record Weighing(double leastConfidence, double leastStability) {

    Weighing {
        share("least.confidence", leastConfidence);
        share("least.stability", leastStability);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }

    MemoryCandidate weigh(Found found, Known known) {
        double stability = Measure.of(found.type()).stability();
        Optional<MemoryScope> inherited = known.inherited(found);
        String refusal = refusal(found, stability, inherited);
        return new MemoryCandidate(
                found.key(),
                found.type(),
                found.text(),
                found.scope(),
                found.lane(),
                found.evidence(),
                found.explicit(),
                known.novelty(found),
                stability,
                found.confidence(),
                refusal.isEmpty(),
                refusal.isEmpty() ? (found.explicit() ? "asked for" : "sure and lasting enough") : refusal);
    }

    private String refusal(Found found, double stability, Optional<MemoryScope> inherited) {
        if (inherited.isPresent()) {
            return "holds already for " + inherited.get().reach().name().toLowerCase(Locale.ROOT);
        }
        if (found.explicit()) {
            return "";
        }
        if (found.confidence() < leastConfidence) {
            return "not sure enough";
        }
        return stability < leastStability ? "not lasting enough" : "";
    }
}
