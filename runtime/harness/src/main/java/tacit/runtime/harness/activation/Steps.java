package tacit.runtime.harness.activation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;
import tacit.runtime.harness.slot.StepFailure;

/** Takes the steps of one change and notes what came of each. Thread-safe; one thread at a time takes steps. */
final class Steps {

    /** One step; answers what was done. */
    @FunctionalInterface
    interface Work {
        String run() throws StepFailure;
    }

    private final List<StepResult> results = new ArrayList<>();
    private @Nullable Begun begun;

    private record Begun(ActivationStep step, String subject, long at) {

        StepResult ended(boolean passed, String detail) {
            return new StepResult(step, subject, passed, detail, Duration.ofNanos(System.nanoTime() - at));
        }
    }

    /** Takes a step; answers whether it passed. Whatever a part throws fails the step and nothing else. */
    boolean take(ActivationStep step, String subject, Work work) {
        Begun current = begin(step, subject);
        boolean passed = false;
        String detail;
        try {
            detail = work.run();
            passed = true;
        } catch (StepFailure e) {
            detail = e.words();
        } catch (RuntimeException e) {
            detail = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        }
        add(current.ended(passed, detail));
        return passed;
    }

    private synchronized Begun begin(ActivationStep step, String subject) {
        Begun current = new Begun(step, subject, System.nanoTime());
        begun = current;
        return current;
    }

    private synchronized void add(StepResult result) {
        results.add(result);
    }

    /** Fails the step that a thread is in for which nobody waits any more; this one if it came to none. */
    synchronized void cut(ActivationStep step, String subject, String words) {
        Begun current = begun == null ? begin(step, subject) : begun;
        results.add(current.ended(false, words));
    }

    /** Takes over what came of the steps of a part, so far. */
    synchronized void append(Steps part) {
        results.addAll(part.results());
    }

    private synchronized List<StepResult> results() {
        return List.copyOf(results);
    }

    /** Notes a change that was refused before it began. */
    Steps refuse(Refused refused) {
        add(new StepResult(refused.step(), refused.subject(), false, refused.words(), Duration.ZERO));
        return this;
    }

    boolean failed() {
        return results().stream().anyMatch(result -> !result.passed());
    }

    /** Adds to what the last step says. */
    synchronized void amend(String words) {
        if (!words.isEmpty()) {
            StepResult last = results.remove(results.size() - 1);
            results.add(new StepResult(
                    last.step(), last.subject(), last.passed(), last.detail() + "; " + words, last.took()));
        }
    }

    ActivationReport report(long before, long active) {
        return new ActivationReport(before, active, results());
    }

    /** Why it failed, in one sentence. */
    static String words(ActivationReport report) {
        return report.failure()
                .map(step -> step.step() + " of '" + step.subject() + "': " + step.detail())
                .orElse("nothing failed");
    }
}
