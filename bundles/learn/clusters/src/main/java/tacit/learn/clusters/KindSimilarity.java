package tacit.learn.clusters;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tacit.api.learn.Signature;

/**
 * Measures how alike two kinds of failure are: the cosine of their templates, lessened for another tool, operation or
 * stage. Confined to one assignment, whose templates it remembers.
 */
final class KindSimilarity {

    private static final double OTHER_TOOL = 0.9;
    private static final double OTHER_OPERATION = 0.95;
    private static final double OTHER_STAGE = 0.99;

    private final Map<String, TemplateVector> vectors = new HashMap<>();

    /** In [0, 1]; 0 for kinds that cannot be one family. */
    double of(Kind left, Kind right) {
        if (!left.comparable(right)) {
            return 0;
        }
        Signature one = left.signature();
        Signature two = right.signature();
        return vector(one).cosine(vector(two))
                * (Objects.equals(one.tool(), two.tool()) ? 1 : OTHER_TOOL)
                * (one.operation().equals(two.operation()) ? 1 : OTHER_OPERATION)
                * (one.stage().equals(two.stage()) ? 1 : OTHER_STAGE);
    }

    private TemplateVector vector(Signature signature) {
        return vectors.computeIfAbsent(signature.template(), TemplateVector::of);
    }
}
