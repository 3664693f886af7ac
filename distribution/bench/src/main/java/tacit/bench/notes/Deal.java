package tacit.bench.notes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tacit.learn.notes.FactRun;

/** Deals the ends of runs anew within each task and arm. */
final class Deal {

    private Deal() {}

    static List<FactRun> of(List<FactRun> runs, long seed) {
        Random random = new Random(seed);
        Map<String, List<Boolean>> ends = new HashMap<>();
        runs.forEach(run ->
                ends.computeIfAbsent(group(run), key -> new ArrayList<>()).add(run.failed()));
        Map<String, List<Boolean>> left = new HashMap<>();
        List<FactRun> dealt = new ArrayList<>();
        for (FactRun run : runs) {
            List<Boolean> mine = left.computeIfAbsent(group(run), key -> {
                List<Boolean> shuffled = new ArrayList<>(ends.getOrDefault(key, List.of()));
                Collections.shuffle(shuffled, random);
                return shuffled;
            });
            dealt.add(run.ended(mine.remove(mine.size() - 1)));
        }
        return dealt;
    }

    private static String group(FactRun run) {
        return run.taskKey() + "\n" + run.arm();
    }
}
