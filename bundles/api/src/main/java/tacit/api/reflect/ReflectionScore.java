package tacit.api.reflect;

import java.util.List;
import java.util.Objects;

/**
 * What a target is worth. Immutable.
 *
 * @param targetKey which one
 * @param score the greater the sooner
 * @param scored what the score is made of, a line each
 * @param whyNot why it is not thought about now; empty when it may be
 */
public record ReflectionScore(String targetKey, double score, List<String> scored, String whyNot) {

    public ReflectionScore {
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(whyNot, "whyNot");
        scored = List.copyOf(scored);
    }

    public boolean eligible() {
        return whyNot.isEmpty();
    }
}
