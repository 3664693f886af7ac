package tacit.learn.notes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Runs of an invented agent as facts, four of each task. */
final class InventedRuns {

    static final Fact PLANTED = new Fact(Fact.Kind.POLICY, "Parcels above 30 kilos must be sent by freight.");
    static final Fact COMMON = new Fact(Fact.Kind.SCHEMA, "parcel_weight");

    private InventedRuns() {}

    /** Half of the runs meet a rule; of those nine in ten succeed, of the others one in ten. */
    static List<FactRun> planted(int tasks, long seed) {
        Random random = new Random(seed);
        List<FactRun> runs = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            for (int trial = 0; trial < 4; trial++) {
                boolean knew = trial % 2 == 0;
                boolean failed = random.nextDouble() < (knew ? 0.1 : 0.9);
                runs.add(run(task, trial, failed, facts(random, knew)));
            }
        }
        return runs;
    }

    /** Some tasks are easy, and in those runs meet the rule more often; within a task it makes no difference. */
    static List<FactRun> confounded(int tasks, long seed) {
        Random random = new Random(seed);
        List<FactRun> runs = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            double ease = task % 2 == 0 ? 0.8 : 0.2;
            for (int trial = 0; trial < 4; trial++) {
                boolean knew = random.nextDouble() < ease;
                boolean failed = random.nextDouble() > ease;
                runs.add(run(task, trial, failed, facts(random, knew)));
            }
        }
        return runs;
    }

    /** Beside the planted one, a hundred facts that each run meets or not by a coin. */
    private static Map<Fact, Seen> facts(Random random, boolean knew) {
        Map<Fact, Seen> facts = new HashMap<>();
        facts.put(COMMON, new Seen(Seen.Source.SYSTEM, 0));
        for (int i = 0; i < 100; i++) {
            if (random.nextBoolean()) {
                facts.put(new Fact(Fact.Kind.REFERENCE, "R-" + i), new Seen(Seen.Source.TOOL, 1));
            }
        }
        if (knew) {
            facts.put(PLANTED, new Seen(Seen.Source.RETRIEVAL, 1));
        }
        return facts;
    }

    static FactRun run(int task, int trial, boolean failed, Map<Fact, Seen> facts) {
        return new FactRun("t" + task + "-" + trial, "task " + task, "", failed, 5, facts, Set.of());
    }

    /** The same runs; within each task the ends are dealt anew. */
    static List<FactRun> dealt(List<FactRun> runs, long seed) {
        Random random = new Random(seed);
        Map<String, List<Boolean>> ends = new HashMap<>();
        runs.forEach(run ->
                ends.computeIfAbsent(run.taskKey(), key -> new ArrayList<>()).add(run.failed()));
        ends.values().forEach(all -> Collections.shuffle(all, random));
        return runs.stream()
                .map(run -> run.ended(ends.get(run.taskKey()).remove(0)))
                .toList();
    }
}
