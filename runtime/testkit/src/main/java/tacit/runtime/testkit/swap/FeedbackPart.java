package tacit.runtime.testkit.swap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackReader;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.memory.Evidence;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;

/** Feedback that is kept and was led on, and the reading of more. */
final class FeedbackPart implements Part {

    private final FeedbackReader reader;
    private final FeedbackDesk desk;

    FeedbackPart(Facades facades) {
        reader = facades.role(FeedbackReader.class, "feedback");
        desk = facades.service(FeedbackDesk.class);
    }

    @Override
    public String bundle() {
        return "tacit.adapt.feedback";
    }

    @Override
    public void make() {
        desk.give(Kept.ALL, "bench", feedback("f1", Decision.REJECTED, "too_verbose", null));
        desk.give(Kept.ALL, "bench", feedback("f2", Decision.EDIT, null, "I said staging, not production"));
    }

    private static GivenFeedback feedback(
            String id, Decision decision, @Nullable String reason, @Nullable String note) {
        return new GivenFeedback(id, "ada", Kept.GOOD, null, decision, reason, note, Kind.TASK, "slack", Kept.NOW);
    }

    @Override
    public List<Ask> asks(int thread) {
        SourceText words = new SourceText("no, use tabs", Evidence.Kind.SPAN, Kept.GOOD + "/s1", TrustLane.STATEMENT);
        UserMessage message = new UserMessage(Kept.WORKSPACE, "ada", Kept.NOW, null, Kept.GOOD, words);
        return List.of(
                Ask.same(() -> reader.read(Kept.ADA, feedback("f3", Decision.REJECTED, "incorrect", "it was 12"))),
                Ask.same(() -> reader.read(Kept.ADA, feedback("f4", Decision.ACCEPTED, null, "nice and short"))),
                Ask.same(() -> reader.corrections(message)),
                Ask.same(() -> desk.list(Kept.ALL, Kept.GOOD, 10)));
    }
}
