package tacit.api.recall;

import java.util.List;
import java.util.Objects;

/**
 * A hit at its place. Immutable.
 *
 * @param id of the document
 * @param score the more the better; comparable within one answer only
 * @param reasons what it is made of, the weightiest first
 */
public record RankedHit(String id, double score, List<Reason> reasons) {

    /**
     * A part of a score.
     *
     * @param feature its name
     * @param value as measured
     * @param share what it adds to the score
     */
    public record Reason(String feature, double value, double share) {

        public Reason {
            Objects.requireNonNull(feature, "feature");
        }
    }

    public RankedHit {
        Objects.requireNonNull(id, "id");
        reasons = List.copyOf(reasons);
    }
}
