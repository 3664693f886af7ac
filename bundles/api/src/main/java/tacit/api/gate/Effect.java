package tacit.api.gate;

import java.util.List;

/**
 * What a candidate changed. Immutable.
 *
 * @param cases how many ran under both arms
 * @param before the mean share of passed trials under the baseline, in [0, 1]; 0 without cases
 * @param after the same under the candidate
 * @param fixedIds the cases that got better, sorted
 * @param brokenIds the cases that got worse, sorted
 */
public record Effect(int cases, double before, double after, List<String> fixedIds, List<String> brokenIds) {

    public Effect {
        fixedIds = List.copyOf(fixedIds);
        brokenIds = List.copyOf(brokenIds);
    }

    public int fixed() {
        return fixedIds.size();
    }

    public int broken() {
        return brokenIds.size();
    }
}
