package tacit.adapt.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import tacit.api.adapt.FeedbackEffects;
import tacit.api.adapt.FeedbackReader;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.UserCorrection;
import tacit.api.harness.Role;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;

/** Reads feedback by its words of reason, and free text by a grammar of sentences; no model takes part. Immutable. */
@Component(property = Role.PROPERTY + "=feedback")
public final class GrammarFeedback implements FeedbackReader {

    private static final int LONGEST_MISTAKE = 220;

    private final Corrections corrections = new Corrections();

    @Override
    public FeedbackEffects read(Scope scope, GivenFeedback feedback) {
        Said said = Said.of(feedback);
        List<UserCorrection> found = corrections.in(feedback, said);
        boolean manner = said.manner() && found.isEmpty();
        return new FeedbackEffects(
                said.reason() == null ? "" : said.reason().word(),
                said.words(),
                outcome(feedback, manner),
                use(feedback, manner),
                feedback.decision() != Decision.NEXT && said.speaksOfStyle(),
                feedback.decision() == Decision.NEXT ? "" : said.wish(),
                remembered(feedback, said),
                mistake(feedback, said),
                found);
    }

    @Override
    public List<UserCorrection> corrections(UserMessage message) {
        return message.source().lane() == TrustLane.STATEMENT ? corrections.in(message) : List.of();
    }

    /** An answer that only reads badly is no failure of the run. */
    private static OutcomeLabel outcome(GivenFeedback feedback, boolean manner) {
        return switch (feedback.decision()) {
            case ACCEPTED -> OutcomeLabel.SUCCESS;
            case REJECTED -> manner && feedback.kind() == Kind.MESSAGE ? OutcomeLabel.NEUTRAL : OutcomeLabel.FAILURE;
            case EDIT -> OutcomeLabel.NEUTRAL;
            case NEXT -> OutcomeLabel.UNKNOWN;
        };
    }

    /** How an answer reads tells nothing of the way that led to it. */
    private static OutcomeLabel use(GivenFeedback feedback, boolean manner) {
        return switch (feedback.decision()) {
            case ACCEPTED -> OutcomeLabel.SUCCESS;
            case REJECTED -> manner ? OutcomeLabel.UNKNOWN : OutcomeLabel.FAILURE;
            case EDIT, NEXT -> OutcomeLabel.UNKNOWN;
        };
    }

    private static String remembered(GivenFeedback feedback, Said said) {
        if (feedback.decision() == Decision.NEXT) {
            return "";
        }
        String what = feedback.kind() == Kind.TASK ? "the task" : "an answer";
        String why = said.words().isEmpty() ? "" : ": " + said.words();
        return "Decision of the user on " + what + ": " + feedback.decision().word() + why;
    }

    private static @Nullable String mistake(GivenFeedback feedback, Said said) {
        boolean bad = feedback.decision() == Decision.REJECTED || feedback.decision() == Decision.EDIT;
        return bad && !said.words().isEmpty() ? Said.line(said.words(), LONGEST_MISTAKE) : null;
    }
}
