package tacit.learn.notes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds what successful runs knew and failed runs of the same tasks did not. Pure.
 *
 * <p>Only runs of one task and arm are compared, and each task has one vote ({@link TaskVote}). Which facts are looked at
 * follows from who knew them and how many runs of each task failed, never from which ones, so Holm's method over these is
 * valid: facts of which not even all votes would be significant are left out (Tarone, 1990).
 */
public final class FactMiner {

    /** Evidence of one end that is named. */
    private static final int MOST_RUNS = 20;

    private final Thresholds thresholds;

    public FactMiner(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * What came of a look.
     *
     * @param found the surest first
     * @param tasks that went both ways
     * @param tested facts, or sets of such that cannot be told apart, that could have been found
     */
    public record Result(List<FoundFact> found, int tasks, int tested) {}

    /** A set of facts and the votes on it. */
    private record Tested(BitSet who, List<Fact> facts, List<Integer> tasks, Votes votes) {}

    public Result mine(List<FactRun> runs) {
        MixedTasks mixed = MixedTasks.of(runs, thresholds.sameLength());
        List<Tested> tested = testable(mixed);
        tested.sort(Comparator.comparingDouble((Tested one) -> one.votes().pValue())
                .thenComparing(one -> -one.votes().forIt())
                .thenComparing(one -> one.facts().get(0)));
        List<FoundFact> found = new ArrayList<>();
        double adjusted = 0;
        for (int rank = 0; rank < tested.size(); rank++) {
            Tested one = tested.get(rank);
            adjusted = Math.max(adjusted, Math.min(1, one.votes().pValue() * (tested.size() - rank)));
            if (adjusted > thresholds.alpha()) {
                break;
            }
            if (one.votes().forIt() >= thresholds.leastTasks()
                    && one.votes().difference() >= thresholds.leastDifference()) {
                found.add(found(mixed, one, adjusted));
            }
        }
        return new Result(List.copyOf(found), mixed.count(), tested.size());
    }

    private List<Tested> testable(MixedTasks mixed) {
        List<Tested> all = new ArrayList<>();
        for (Map.Entry<BitSet, List<Fact>> pattern : mixed.patterns().entrySet()) {
            List<Integer> tasks = mixed.telling(pattern.getKey());
            if (tasks.size() >= thresholds.leastTasks()) {
                Votes votes = Votes.of(tasks.stream()
                        .map(task -> mixed.vote(task, pattern.getKey()))
                        .toList());
                all.add(new Tested(pattern.getKey(), pattern.getValue(), tasks, votes));
            }
        }
        all.sort(Comparator.comparingDouble((Tested one) -> one.votes().leastP())
                .thenComparing(one -> one.facts().get(0)));
        int kept = 0;
        while (kept < all.size() && all.get(kept).votes().leastP() <= thresholds.alpha() / (kept + 1)) {
            kept++;
        }
        return new ArrayList<>(all.subList(0, kept));
    }

    private static FoundFact found(MixedTasks mixed, Tested one, double adjusted) {
        List<String> knew = new ArrayList<>();
        List<String> lacked = new ArrayList<>();
        TaskVote.Counts counts = TaskVote.Counts.NONE;
        Seen.Source source = Seen.Source.TOOL;
        for (int task : one.tasks()) {
            TaskVote vote = mixed.vote(task, one.who());
            counts = counts.plus(vote.counts());
            if (vote.vote() > 0) {
                for (FactRun run : mixed.runs(task, one.who(), false, true)) {
                    Seen seen = run.facts().get(one.facts().get(0));
                    source = knew.isEmpty() && seen != null ? seen.source() : source;
                    knew.add(run.traceId());
                }
                mixed.runs(task, one.who(), true, false).forEach(run -> lacked.add(run.traceId()));
            }
        }
        return new FoundFact(
                one.facts(),
                source,
                one.votes().forIt(),
                one.votes().againstIt(),
                new FoundFact.Runs(counts.good(), counts.goodKnew(), counts.bad(), counts.badKnew()),
                one.votes().pValue(),
                adjusted,
                knew.stream().limit(MOST_RUNS).toList(),
                lacked.stream().limit(MOST_RUNS).toList());
    }
}
