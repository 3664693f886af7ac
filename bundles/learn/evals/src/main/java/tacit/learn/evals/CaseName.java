package tacit.learn.evals;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.learn.EvalCase;
import tacit.api.learn.FailureCluster;
import tacit.api.store.TextTombstones;

/** What a case is called and asks for, after its family. */
final class CaseName {

    private CaseName() {}

    static String of(FailureCluster family) {
        return "Does not happen again: " + family.title();
    }

    /** The case as it is called after the family as that is now. */
    static EvalCase called(EvalCase known, FailureCluster family) {
        return named(known, of(family), SignatureCheck.of(family.signature()));
    }

    /** The case with tombstones in place of words. */
    static EvalCase without(EvalCase known, TextTombstones words) {
        Map<String, String> check = new LinkedHashMap<>();
        known.check().forEach((name, expected) -> check.put(name, words.in(expected)));
        return named(known, words.in(known.title()), check);
    }

    private static EvalCase named(EvalCase known, String title, Map<String, String> check) {
        return new EvalCase(
                known.id(),
                known.clusterId(),
                title,
                check,
                known.older(),
                known.newer(),
                known.splitBy(),
                known.createdAt());
    }
}
