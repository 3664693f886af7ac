package tacit.adapt.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackEffects;
import tacit.api.adapt.GivenFeedback;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;

/**
 * What a part is told of feedback. Immutable.
 *
 * @param workspaceId where it was given
 * @param feedback what was given
 * @param effects what it says
 * @param run what it is about
 * @param switches what may be learnt
 */
record Told(
        String workspaceId,
        GivenFeedback feedback,
        FeedbackEffects effects,
        RecordedTrace run,
        LearningSwitches switches) {

    /** The user's, or the workspace's where nobody knows whose it is. */
    Scope owner() {
        return new Scope(workspaceId, feedback.userId());
    }

    Scope workspace() {
        return Scope.ofWorkspace(workspaceId);
    }

    /** Whose the run is. */
    Scope ofRun() {
        return new Scope(workspaceId, run.trace().userId());
    }

    Audience.Kind audience() {
        String seen = run.trace().text(Attribute.AUDIENCE).orElse("private");
        return seen.equalsIgnoreCase("private")
                ? Audience.Kind.PRIVATE
                : seen.equalsIgnoreCase("group") ? Audience.Kind.GROUP : Audience.Kind.PUBLIC;
    }

    boolean alone() {
        return audience() == Audience.Kind.PRIVATE;
    }

    /** Whether what the user said there may be kept as theirs. */
    boolean mayKeepWords() {
        return alone() || switches.shared();
    }

    List<Evidence> evidence() {
        return List.of(Evidence.of(Evidence.Kind.TRACE, feedback.taskId()));
    }

    @Nullable
    String channel() {
        return feedback.channel() == null ? run.trace().channel() : feedback.channel();
    }

    UserFeedback judgement(String userId, String words) {
        SourceText reason = new SourceText(words, Evidence.Kind.TRACE, feedback.taskId(), TrustLane.STATEMENT);
        return new UserFeedback(workspaceId, userId, feedback.decision().word(), feedback.taskId(), reason);
    }
}
