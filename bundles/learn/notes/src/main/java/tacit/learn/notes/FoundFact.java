package tacit.learn.notes;

import java.util.List;

/**
 * Facts that successful runs knew and failed ones of the same tasks did not. Immutable.
 *
 * @param facts that the same runs knew, so that nothing tells them apart, the most telling first
 * @param source where the first of them stood
 * @param tasksFor tasks that speak for it
 * @param tasksAgainst tasks that speak against it
 * @param counts runs of all tasks that say anything
 * @param pValue exact, one-sided
 * @param adjusted the same for all facts that were looked at, by Holm's method
 * @param knew successful runs that knew it, in tasks that speak for it
 * @param lacked failed runs that did not, in tasks that speak for it
 */
public record FoundFact(
        List<Fact> facts,
        Seen.Source source,
        int tasksFor,
        int tasksAgainst,
        Runs counts,
        double pValue,
        double adjusted,
        List<String> knew,
        List<String> lacked) {

    public FoundFact {
        facts = List.copyOf(facts);
        knew = List.copyOf(knew);
        lacked = List.copyOf(lacked);
    }

    /** Runs by their end, and how many of them knew it. */
    public record Runs(int good, int goodKnew, int bad, int badKnew) {}
}
