package tacit.learn.guards;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardRule;

/**
 * Finds the conditions that failed runs have and others have not.
 *
 * <p>Those about every tool are few, so they are tested together first: only when they stand out as a whole is each of them
 * looked at. Those about one tool are many and must each stand out by itself.
 */
public final class RuleSearch {

    /** The chance at which the conditions about every tool count as standing out together. */
    private static final double TOGETHER = 0.1;
    /** The chance that each of those may have then. */
    private static final double EACH = 0.2;
    /** The share of rules about one tool that may be there by chance. */
    private static final double WRONG = 0.1;
    /** How many times the odds without the condition those with it must be, with the same kind of call. */
    private static final double CONTRAST = 1.3;
    /** From so many tasks on, what they show counts. */
    private static final int TELLING = 3;
    /** The odds that a rule about one tool must have on runs that no other rule found. */
    private static final double ADDED = 1.2;

    private final Thresholds thresholds;

    public RuleSearch(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The rules that these runs support, those about every tool first. */
    public List<GuardRule> search(FiredRuns runs) {
        List<List<FiredRun>> tasks = runs.tasks();
        double usual = tasks.stream().mapToDouble(Support::failed).average().orElse(0);
        if (usual <= 0 || usual >= 1) {
            return List.of();
        }
        List<Chosen> chosen = new ArrayList<>(generic(runs, tasks, usual));
        addNarrow(runs, tasks, usual, chosen);
        RuleWriter writer = new RuleWriter(runs, usual);
        return chosen.stream()
                .map(rule -> writer.rule(rule.support(), rule.pValue()))
                .toList();
    }

    private List<Chosen> generic(FiredRuns runs, List<List<FiredRun>> tasks, double usual) {
        List<Support> supports = supports(runs, tasks, true);
        Chance chance = Chance.of(supports, runs.outcomes(), usual, thresholds);
        if (chance.together() > TOGETHER) {
            return List.of();
        }
        return supports.stream()
                .filter(support -> chance.pValue(support) <= EACH && holds(support, usual))
                .map(support -> new Chosen(support, chance.pValue(support)))
                .toList();
    }

    private void addNarrow(FiredRuns runs, List<List<FiredRun>> tasks, double usual, List<Chosen> chosen) {
        List<Support> supports = supports(runs, tasks, false);
        Chance chance = Chance.of(supports, runs.outcomes(), usual, thresholds);
        double bound = chance.bound(WRONG);
        for (Support support : supports) {
            if (chance.pValue(support) <= bound && holds(support, usual) && adds(support, chosen, tasks, usual)) {
                chosen.add(new Chosen(support, chance.pValue(support)));
            }
        }
    }

    private List<Support> supports(FiredRuns runs, List<List<FiredRun>> tasks, boolean generic) {
        List<GuardCondition> conditions = runs.conditions();
        return IntStream.range(0, conditions.size())
                .filter(at -> conditions.get(at).generic() == generic)
                .mapToObj(at -> Support.of(at, tasks))
                .filter(support -> support.tasks() >= thresholds.tasks() + (generic ? 0 : 1))
                .toList();
    }

    private boolean holds(Support support, double usual) {
        double odds = support.held().odds(usual);
        boolean parted = support.mixedHeld().tasks() < TELLING
                || support.mixedHeld().mean() > support.mixedElsewhere().mean();
        return odds >= Share.odds(usual, thresholds.odds())
                && support.elsewhere().tasks() >= TELLING
                && odds >= CONTRAST * support.elsewhere().odds(usual)
                && parted;
    }

    /** Whether it finds runs that no chosen condition found, and those failed. */
    private static boolean adds(Support support, List<Chosen> chosen, List<List<FiredRun>> tasks, double usual) {
        BitSet found = new BitSet();
        chosen.forEach(other -> found.set(other.support().candidate()));
        Share added = Share.NONE;
        for (List<FiredRun> runs : tasks) {
            List<FiredRun> only = new ArrayList<>(runs);
            only.removeIf(
                    run -> !run.fired().get(support.candidate()) || run.fired().intersects(found));
            added = only.isEmpty() ? added : added.plus(Support.failed(only));
        }
        return added.tasks() > 0 && added.odds(usual) >= Share.odds(usual, ADDED);
    }

    /** A condition that became a rule, and the chance of its precision. */
    private record Chosen(Support support, double pValue) {}
}
