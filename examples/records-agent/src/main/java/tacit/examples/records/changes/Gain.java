package tacit.examples.records.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How many more of the same tasks were solved the second time.
 *
 * @param tasks how many
 * @param before solved the first time
 * @param after solved the second time
 * @param low lower end of the 95 % interval of the gain, as a share
 * @param high upper end
 */
record Gain(int tasks, int before, int after, double low, double high) {

    private static final int DRAWS = 10_000;

    /** By a bootstrap over the tasks, both runs in the same order. */
    static Gain of(List<ChangeRun> first, List<ChangeRun> second) {
        int tasks = first.size();
        if (tasks == 0 || tasks != second.size()) {
            throw new IllegalArgumentException("both must have the same tasks, got " + tasks + " and " + second.size());
        }
        int[] gained = new int[tasks];
        for (int i = 0; i < tasks; i++) {
            if (!first.get(i).task().equals(second.get(i).task())) {
                throw new IllegalArgumentException("both must have the same tasks in the same order");
            }
            gained[i] = (second.get(i).solved() ? 1 : 0) - (first.get(i).solved() ? 1 : 0);
        }
        double[] drawn = new double[DRAWS];
        Random random = new Random(1);
        for (int draw = 0; draw < DRAWS; draw++) {
            int sum = 0;
            for (int i = 0; i < tasks; i++) {
                sum += gained[random.nextInt(tasks)];
            }
            drawn[draw] = (double) sum / tasks;
        }
        Arrays.sort(drawn);
        return new Gain(tasks, solved(first), solved(second), drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40]);
    }

    private static int solved(List<ChangeRun> runs) {
        return (int) runs.stream().filter(ChangeRun::solved).count();
    }

    /** Whether the interval leaves open that nothing changed. */
    boolean holdsZero() {
        return low <= 0 && high >= 0;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%d of %d before, %d of %d after: %+.0f points (95 %% interval %+.0f to %+.0f)",
                before,
                tasks,
                after,
                tasks,
                100.0 * (after - before) / tasks,
                100 * low,
                100 * high);
    }
}
