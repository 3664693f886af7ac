package tacit.learn.mine.detect;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.Turn;

/**
 * Finds calls that failed, by a flag or by their result. A failure of the agent's own lies with the model call that reads
 * the error and has to mend it, or with the failed span when the run ends there.
 */
@Component
public final class FailedCallDetector implements FailureDetector {

    private final FactSheets sheets;

    @Activate
    public FailedCallDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "failed_call";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        List<Finding> findings = new ArrayList<>();
        sheets.of(trace).reading().runs().forEach(run -> inRun(run.turns(), findings));
        return findings;
    }

    private static void inRun(List<Turn> turns, List<Finding> findings) {
        for (int i = 0; i < turns.size(); i++) {
            CallError error = turns.get(i).error();
            if (error != null) {
                findings.add(ErrorClaims.finding(error, reader(turns, i, error)));
            }
        }
    }

    /** The model call that meets the error: of the next turn that acts, else of the next turn. */
    private static Span reader(List<Turn> turns, int failed, CallError error) {
        Turn reader = failed + 1 < turns.size() ? turns.get(failed + 1) : null;
        for (int i = failed + 1; i < turns.size(); i++) {
            if (turns.get(i).acting()) {
                reader = turns.get(i);
                break;
            }
        }
        return reader == null || !reader.thought() ? error.span() : reader.span();
    }
}
