package tacit.learn.guards;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one condition held, and what came of it. Immutable by convention.
 *
 * @param candidate the place of the condition
 * @param hits by task, the places of the runs in which it held; empty where it held in none
 * @param held failed runs among those
 * @param elsewhere failed runs among those with such a call in which it did not hold
 * @param mixedHeld the same as {@code held} in tasks with failed and successful runs that it parts
 * @param mixedElsewhere failed runs of those tasks in which it did not hold
 */
record Support(int candidate, List<int[]> hits, Share held, Share elsewhere, Share mixedHeld, Share mixedElsewhere) {

    static Support of(int candidate, List<List<FiredRun>> tasks) {
        List<int[]> hits = new ArrayList<>();
        Share held = Share.NONE;
        Share elsewhere = Share.NONE;
        Share mixedHeld = Share.NONE;
        Share mixedElsewhere = Share.NONE;
        for (List<FiredRun> runs : tasks) {
            List<FiredRun> in = new ArrayList<>(runs);
            in.removeIf(run -> !run.fired().get(candidate));
            List<FiredRun> out = new ArrayList<>(runs);
            out.removeIf(run -> run.fired().get(candidate));
            List<FiredRun> others = new ArrayList<>(out);
            others.removeIf(run -> !run.concerned().get(candidate));
            hits.add(in.stream().mapToInt(runs::indexOf).toArray());
            held = in.isEmpty() ? held : held.plus(failed(in));
            elsewhere = others.isEmpty() ? elsewhere : elsewhere.plus(failed(others));
            double all = failed(runs);
            if (!in.isEmpty() && !out.isEmpty() && all > 0 && all < 1) {
                mixedHeld = mixedHeld.plus(failed(in));
                mixedElsewhere = mixedElsewhere.plus(failed(out));
            }
        }
        return new Support(candidate, hits, held, elsewhere, mixedHeld, mixedElsewhere);
    }

    int tasks() {
        return held.tasks();
    }

    int runs() {
        return hits.stream().mapToInt(runs -> runs.length).sum();
    }

    /** The sum of the shares of failed runs that it would have with other outcomes. */
    double sum(boolean[][] outcomes) {
        double sum = 0;
        for (int task = 0; task < outcomes.length; task++) {
            int[] runs = hits.get(task);
            int failed = 0;
            for (int run : runs) {
                failed += outcomes[task][run] ? 1 : 0;
            }
            sum += runs.length == 0 ? 0 : (double) failed / runs.length;
        }
        return sum;
    }

    static double failed(List<FiredRun> runs) {
        return (double) runs.stream().filter(FiredRun::failed).count() / runs.size();
    }
}
