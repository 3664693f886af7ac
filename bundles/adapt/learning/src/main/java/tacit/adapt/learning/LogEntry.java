package tacit.adapt.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;

/**
 * Feedback as the log of a week has it. Immutable.
 *
 * @param id of the feedback
 * @param at when it was given
 * @param taskId the run
 * @param agent who did the work
 * @param decision what was decided
 * @param reason why, in one line; null when nobody said, or those are words that must not stand there
 */
record LogEntry(
        String id,
        Instant at,
        String taskId,
        String agent,
        Decision decision,
        @Nullable String reason) {

    static LogEntry of(Told told, boolean withWords) {
        GivenFeedback feedback = told.feedback();
        String agent = told.run().trace().agent();
        String mistake = told.effects().mistake();
        String known = told.effects().reason();
        return new LogEntry(
                feedback.id(),
                feedback.at(),
                feedback.taskId(),
                agent == null ? "agent" : agent,
                feedback.decision(),
                withWords ? mistake : mistake == null || known.isEmpty() ? null : known);
    }

    /** Whether there is something to avoid another time. */
    boolean teaches() {
        return reason != null && (decision == Decision.REJECTED || decision == Decision.EDIT);
    }
}
