package tacit.learn.guards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deals outcomes anew among tasks: a task keeps its runs and gets the outcomes of another. */
final class Deal {

    private Deal() {}

    static boolean[][] of(boolean[][] outcomes, Random random) {
        List<boolean[]> others = new ArrayList<>(Arrays.asList(outcomes));
        Collections.shuffle(others, random);
        boolean[][] dealt = new boolean[outcomes.length][];
        for (int task = 0; task < outcomes.length; task++) {
            boolean[] shuffled = shuffled(others.get(task), random);
            dealt[task] = new boolean[outcomes[task].length];
            for (int run = 0; run < dealt[task].length; run++) {
                dealt[task][run] = shuffled[run % shuffled.length];
            }
        }
        return dealt;
    }

    private static boolean[] shuffled(boolean[] outcomes, Random random) {
        boolean[] shuffled = outcomes.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            boolean kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
        return shuffled;
    }
}
