package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * Something that might be remembered. Immutable.
 *
 * @param key the same for what says the same of the same kind in the same scope
 * @param type what it is
 * @param text its words, as they were said or happened
 * @param scope how far it reaches
 * @param lane where its words come from
 * @param evidence where it stands, at least one
 * @param explicit whether somebody asked for it to be remembered
 * @param novelty how much of it is not known yet, in [0, 1]
 * @param stability how likely it is to hold for long, in [0, 1]
 * @param confidence how sure it is, in [0, 1]
 * @param accepted whether it should be remembered
 * @param reason why, or why not
 */
public record MemoryCandidate(
        String key,
        CandidateType type,
        String text,
        MemoryScope scope,
        TrustLane lane,
        List<Evidence> evidence,
        boolean explicit,
        double novelty,
        double stability,
        double confidence,
        boolean accepted,
        String reason) {

    public MemoryCandidate {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(reason, "reason");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
        share("novelty", novelty);
        share("stability", stability);
        share("confidence", confidence);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }
}
