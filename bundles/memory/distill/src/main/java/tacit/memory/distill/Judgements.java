package tacit.memory.distill;

import java.util.List;
import java.util.function.Predicate;
import tacit.api.memory.Evidence;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;

/** Reads what a user thought of a run from the statements on its outcome. */
final class Judgements {

    private Judgements() {}

    /** Those that nobody has led to the profile and the relationships yet. */
    static List<UserFeedback> untold(Run run) {
        return in(run, outcome -> !UserFeedback.TOLD.equals(outcome.name()));
    }

    static List<UserFeedback> in(Run run) {
        return in(run, outcome -> true);
    }

    private static List<UserFeedback> in(Run run, Predicate<Outcome> which) {
        String user = run.trace().userId();
        if (user == null) {
            return List.of();
        }
        return run.outcomes().stream()
                .filter(outcome -> outcome.source() == OutcomeSource.USER)
                .filter(which)
                .filter(outcome -> outcome.label() == OutcomeLabel.SUCCESS || outcome.label() == OutcomeLabel.FAILURE)
                .map(outcome -> feedback(run, user, outcome))
                .distinct()
                .toList();
    }

    private static UserFeedback feedback(Run run, String user, Outcome outcome) {
        String reason = outcome.explanation() == null ? "" : outcome.explanation();
        return new UserFeedback(
                run.trace().workspaceId(),
                user,
                outcome.label() == OutcomeLabel.SUCCESS ? "accepted" : "rejected",
                run.id(),
                new SourceText(reason, Evidence.Kind.TRACE, run.id(), TrustLane.STATEMENT));
    }
}
