package tacit.runtime.harness.activation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;
import tacit.runtime.harness.slot.StepFailure;

/** Takes the steps of one change and notes what came of each. Confined to the thread of the change. */
final class Steps {

    /** One step; answers what was done. */
    @FunctionalInterface
    interface Work {
        String run() throws StepFailure;
    }

    private final List<StepResult> results = new ArrayList<>();

    /** Takes a step; answers whether it passed. Whatever a part throws fails the step and nothing else. */
    boolean take(ActivationStep step, String subject, Work work) {
        long begin = System.nanoTime();
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
        results.add(new StepResult(step, subject, passed, detail, Duration.ofNanos(System.nanoTime() - begin)));
        return passed;
    }

    /** Notes a change that was refused before it began. */
    Steps refuse(Refused refused) {
        results.add(new StepResult(refused.step(), refused.subject(), false, refused.words(), Duration.ZERO));
        return this;
    }

    boolean failed() {
        return results.stream().anyMatch(result -> !result.passed());
    }

    /** Adds to what the last step says. */
    void amend(String words) {
        if (!words.isEmpty()) {
            StepResult last = results.remove(results.size() - 1);
            results.add(new StepResult(
                    last.step(), last.subject(), last.passed(), last.detail() + "; " + words, last.took()));
        }
    }

    ActivationReport report(long before, long active) {
        return new ActivationReport(before, active, results);
    }

    /** Why it failed, in one sentence. */
    static String words(ActivationReport report) {
        return report.failure()
                .map(step -> step.step() + " of '" + step.subject() + "': " + step.detail())
                .orElse("nothing failed");
    }
}
