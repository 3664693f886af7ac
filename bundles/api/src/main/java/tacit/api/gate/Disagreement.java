package tacit.api.gate;

import java.util.List;

/**
 * How often a candidate in the shadow answered otherwise than what was served. Immutable.
 *
 * @param answered the questions that the candidate answered
 * @param unanswered those that it did not; they are neither agreement nor disagreement
 * @param differing those of the answered ones where it said something else
 * @param lower the lower end of the exact 95 % interval for the share of differing answers, in [0, 1]
 * @param upper its upper end
 * @param changes the most frequent changes with an example of each, the most frequent first; a bounded number
 */
public record Disagreement(
        int answered, int unanswered, int differing, double lower, double upper, List<Change> changes) {

    /**
     * One answer that turned into another. Immutable.
     *
     * @param baseline what was served, possibly cut
     * @param candidate what the candidate said, possibly cut
     * @param times how many questions it happened to
     * @param questionId the first of them
     */
    public record Change(String baseline, String candidate, int times, String questionId) {}

    public Disagreement {
        changes = List.copyOf(changes);
    }

    /** The share of the answered questions where the candidate said something else; 0 when it answered none. */
    public double share() {
        return answered == 0 ? 0 : (double) differing / answered;
    }
}
