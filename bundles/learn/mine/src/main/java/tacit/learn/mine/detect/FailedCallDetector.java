package tacit.learn.mine.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.ErrorKind;
import tacit.learn.mine.reading.Reading;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.Turn;
import tacit.learn.mine.reading.TurnReader;

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
        Reading reading = sheets.of(trace).reading();
        List<Finding> findings = new ArrayList<>();
        Set<Span> inTurns = new HashSet<>();
        for (AgentRun run : reading.runs()) {
            run.turns().forEach(turn -> inTurns.addAll(turn.acts()));
            inRun(run.turns(), findings);
        }
        for (Span span : reading.tree().spans()) {
            CallError error = SpanTree.isTool(span) && !inTurns.contains(span) ? TurnReader.errorOf(span) : null;
            if (error != null && error.kind() != ErrorKind.GATED) {
                findings.add(ErrorClaims.finding(error, span));
            }
        }
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
        for (int i = failed + 1; i < turns.size(); i++) {
            if (turns.get(i).acting()) {
                return turns.get(i).span();
            }
        }
        return failed + 1 < turns.size() ? turns.get(failed + 1).span() : error.span();
    }
}
