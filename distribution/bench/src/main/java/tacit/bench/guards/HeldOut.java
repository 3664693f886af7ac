package tacit.bench.guards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The figures of rules on runs that they were not learned from, with an interval from drawing tasks anew. */
final class HeldOut {

    private static final int DRAWS = 2000;
    private static final double TAIL = 0.025;
    private static final long SEED = 11;
    private static final double PLACES = 10_000;

    private HeldOut() {}

    /** Precision and lift are 0 where nothing is flagged. */
    static Map<String, Object> figures(Flags flags) {
        Flags.Task sum = flags.sum();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("runs", sum.runs());
        figures.put("tasks", flags.tasks().size());
        figures.put("baseRate", rounded(share(sum.failed(), sum.runs())));
        figures.put("flagged", sum.flagged());
        figures.put("precision", rounded(share(sum.hits(), sum.flagged())));
        figures.put("recall", rounded(share(sum.hits(), sum.failed())));
        figures.put("lift", rounded(lift(sum)));
        figures.put("lift95", interval(flags));
        return figures;
    }

    static double lift(Flags.Task sum) {
        double usual = share(sum.failed(), sum.runs());
        return usual == 0 ? 0 : share(sum.hits(), sum.flagged()) / usual;
    }

    static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }

    static double rounded(double value) {
        return Math.round(value * PLACES) / PLACES;
    }

    private static List<Double> interval(Flags flags) {
        Random random = new Random(SEED);
        List<Double> lifts = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Flags.Task> drawn = new ArrayList<>();
            for (int i = 0; i < flags.tasks().size(); i++) {
                drawn.add(flags.tasks().get(random.nextInt(flags.tasks().size())));
            }
            Flags.Task sum = new Flags(drawn).sum();
            if (sum.flagged() > 0 && sum.failed() > 0) {
                lifts.add(lift(sum));
            }
        }
        return lifts.isEmpty() ? List.of(0.0, 0.0) : quantiles(lifts);
    }

    static List<Double> quantiles(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int last = sorted.size() - 1;
        return List.of(rounded(sorted.get((int) Math.floor(TAIL * last))), rounded(sorted.get((int)
                Math.ceil((1 - TAIL) * last))));
    }
}
