package tacit.learn.mine.detect;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.reading.ErrorKind;

/** Finds runs that failed by the word of a user, a grader, a rule or the agent itself. */
@Component
public final class OutcomeDetector implements FailureDetector {

    private static final Claim FAILED =
            new Claim(Category.FAILED_OUTCOME, Severity.HIGH, 1.0, "The run was judged a failure");

    @Override
    public String name() {
        return "outcome";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        Outcome outcome = trace.trace().outcome();
        String words = outcome.explanation() != null ? outcome.explanation() : words(outcome);
        if (outcome.label() != OutcomeLabel.FAILURE || ErrorKind.of(words) == ErrorKind.GATED) {
            return List.of();
        }
        FailureClass failureClass = ErrorKind.of(words).environment() ? FailureClass.ENVIRONMENT : FailureClass.AGENT;
        return List.of(FAILED.finding(null, words, failureClass, outcome.name()));
    }

    private static String words(Outcome outcome) {
        return outcome.name() == null ? "Judged a failure by " + outcome.source() : outcome.name();
    }
}
