package tacit.runtime.testkit.swap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.memory.Distillation;
import tacit.api.memory.LearningReceipt;
import tacit.api.store.Scope;

/** Reports of runs, one of them with the outcome of a review. */
final class ProgressPart implements Part {

    /** Each report of a run is read again with the next one. */
    private static final int MOST_REPORTS = 100;

    private final LearningProgress progress;
    private final Runs runs;

    ProgressPart(Facades facades, Runs runs) {
        progress = facades.role(LearningProgress.class, "learning-progress");
        this.runs = runs;
    }

    @Override
    public String bundle() {
        return "tacit.adapt.progress";
    }

    @Override
    public void make() {
        progress.report(
                Kept.ALL, Kept.GOOD, learning("It runs", new SkillLook("sp_1", SkillLook.PENDING, "", null)), Kept.NOW);
        progress.report(Kept.ALL, Kept.FAILED, learning("It does not run", null), Kept.NOW);
        progress.reviewed(
                Kept.ALL, new SkillLook("sp_1", SkillLook.APPROVED, "fine", "deploy"), Kept.NOW.plusSeconds(60));
    }

    private static RunLearning learning(String result, @Nullable SkillLook skill) {
        LearningReceipt receipt = new LearningReceipt(
                Distillation.Status.DONE,
                1,
                1,
                1,
                0,
                new TreeMap<>(),
                0,
                List.of(),
                new TreeMap<>(Map.of("memories", List.of("m1"))),
                new TreeMap<>());
        return new RunLearning("Deploy the checkout service", result, "", receipt, "", skill);
    }

    @Override
    public List<Ask> asks(int thread) {
        return List.of(
                Ask.same(() -> progress.of(Kept.ALL, Kept.GOOD)),
                Ask.same(() -> progress.after(Kept.ALL, -1, 10)),
                Ask.same(() -> progress.latest(Kept.ALL, 2)),
                reported(Kept.load(thread)));
    }

    /** Makes one more report of a run each time: one that was lost or doubled would show in their number. */
    private Ask reported(Scope scope) {
        String run = runs.load(scope);
        AtomicInteger made = new AtomicInteger(progress.of(scope, run).size());
        return () -> {
            if (made.get() < MOST_REPORTS) {
                made.incrementAndGet();
                progress.report(scope, run, learning("Result " + made.get(), null), Kept.NOW);
            }
            return progress.of(scope, run).size() == made.get();
        };
    }
}
