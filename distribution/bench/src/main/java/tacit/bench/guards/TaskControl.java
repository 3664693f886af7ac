package tacit.bench.guards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardRule;
import tacit.learn.guards.FiredRuns;
import tacit.learn.guards.RuleSearch;

/** What is learned where there is nothing to learn: outcomes of the mined half are dealt anew among its tasks. */
final class TaskControl {

    private static final int DEALS = 100;
    private static final int DRAWS = 2000;
    private static final Flags.Task NOTHING = new Flags.Task(0, 0, 0, 0);
    private static final long SEED = 5;

    private final RuleSearch search;

    TaskControl(RuleSearch search) {
        this.search = search;
    }

    /**
     * The figures over all deals.
     *
     * <p>{@code precision} is the mean over the deals of the share of failed runs among the flagged, where a deal that
     * flags nothing counts with the base rate; {@code lift95} is drawn over the deals. {@code flaggedPrecision} is the
     * share among all that was flagged in any deal: of few deals, and of conditions that are hardly ever harmless.
     */
    Map<String, Object> figures(FiredRuns mined, List<GradedHistory> held) {
        Random random = new Random(SEED);
        Flags.Task runs = Flags.of(List.of(), held).sum();
        double usual = HeldOut.share(runs.failed(), runs.runs());
        List<Flags.Task> deals = new ArrayList<>();
        for (int deal = 0; deal < DEALS; deal++) {
            List<GuardRule> rules = search.search(mined.dealt(random));
            deals.add(rules.isEmpty() ? NOTHING : Flags.of(rules, held).sum());
        }
        List<Double> precisions = deals.stream()
                .map(deal -> deal.flagged() == 0 ? usual : HeldOut.share(deal.hits(), deal.flagged()))
                .toList();
        int flagged = deals.stream().mapToInt(Flags.Task::flagged).sum();
        int hits = deals.stream().mapToInt(Flags.Task::hits).sum();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("deals", DEALS);
        figures.put(
                "dealsWithRules",
                deals.stream().filter(deal -> deal.flagged() > 0).count());
        figures.put("baseRate", HeldOut.rounded(usual));
        figures.put("flagged", flagged);
        figures.put("flaggedPrecision", HeldOut.rounded(HeldOut.share(hits, flagged)));
        figures.put("precision", HeldOut.rounded(mean(precisions)));
        figures.put("lift", HeldOut.rounded(mean(precisions) / usual));
        figures.put("lift95", interval(precisions, usual));
        return figures;
    }

    private static List<Double> interval(List<Double> precisions, double usual) {
        Random random = new Random(SEED);
        List<Double> lifts = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            lifts.add(random.ints(precisions.size(), 0, precisions.size())
                            .mapToDouble(precisions::get)
                            .average()
                            .orElse(usual)
                    / usual);
        }
        return HeldOut.quantiles(lifts);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
