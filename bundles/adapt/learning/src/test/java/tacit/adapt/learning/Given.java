package tacit.adapt.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;

/** Feedback for tests. */
final class Given {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Given() {}

    static GivenFeedback rejected(String id, @Nullable String reason, @Nullable String note) {
        return of(id, Decision.REJECTED, reason, note);
    }

    static GivenFeedback accepted(String id) {
        return of(id, Decision.ACCEPTED, null, null);
    }

    static GivenFeedback of(String id, Decision decision, @Nullable String reason, @Nullable String note) {
        return new GivenFeedback(id, "nora", "t1", null, decision, reason, note, Kind.MESSAGE, null, NOON);
    }

    /** The same about another run. */
    static GivenFeedback in(String taskId, GivenFeedback feedback) {
        return new GivenFeedback(
                feedback.id(),
                feedback.userId(),
                taskId,
                feedback.messageId(),
                feedback.decision(),
                feedback.reason(),
                feedback.note(),
                feedback.kind(),
                feedback.channel(),
                feedback.at());
    }

    static GivenFeedback by(@Nullable String user, GivenFeedback feedback) {
        return new GivenFeedback(
                feedback.id(),
                user,
                feedback.taskId(),
                feedback.messageId(),
                feedback.decision(),
                feedback.reason(),
                feedback.note(),
                feedback.kind(),
                feedback.channel(),
                feedback.at());
    }
}
