package tacit.bench.recall;

import java.util.List;

/**
 * What one question found. Immutable.
 *
 * @param dialogue it is about
 * @param question as labelled
 * @param ids found, the best first
 * @param nanos from the question to its answer
 */
public record Answered(String dialogue, LabelledQuestion question, List<String> ids, long nanos) {

    public Answered {
        ids = List.copyOf(ids);
    }

    /** The share of the evidence among the first. */
    public double recall(int first) {
        List<String> shown = ids.subList(0, Math.min(first, ids.size()));
        long found = question.evidence().stream().filter(shown::contains).count();
        return (double) found / question.evidence().size();
    }

    /** The places of the evidence from 1; 0 for what was not found. */
    List<Integer> ranks() {
        return question.evidence().stream().map(id -> ids.indexOf(id) + 1).toList();
    }
}
