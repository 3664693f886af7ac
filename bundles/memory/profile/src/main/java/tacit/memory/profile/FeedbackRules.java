package tacit.memory.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.memory.UserFeedback;

/** What a judgement and its reason tell of a user's wishes. */
final class FeedbackRules {

    private static final double SURE = 0.85;
    private static final double LIKELY = 0.8;
    private static final double ONCE = 0.65;
    private static final Pattern SHORTER = pattern("\\b(?:concise|shorter|too long|brief|too (?:much )?detail(?:ed|s)?"
            + "|too_verbose|zu lang|kürzer|demasiado largo|más corto|trop long|plus court)\\b");
    private static final Pattern LONGER =
            pattern("\\b(?:more detail(?:s|ed)?|detailed|deeper|too short|zu kurz|ausführlicher"
                    + "|más detalle|plus de détails)\\b");
    private static final Pattern WARMER =
            pattern("\\b(?:friendlier|warm(?:er)?|tone|wrong_tone|freundlicher|tono|ton)\\b");
    private static final Pattern REFUSED = pattern("\\b(?:reject(?:ed)?|deny|denied)\\b");

    private FeedbackRules() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static List<ProfileFact> facts(UserFeedback feedback) {
        String reason = feedback.reason().text().strip();
        List<ProfileFact> facts = new ArrayList<>();
        if (reason.isEmpty()) {
            return facts;
        }
        if (SHORTER.matcher(reason).find()) {
            facts.add(fact(feedback, Category.PREFERENCE, "Length of answers: concise", SURE));
        } else if (LONGER.matcher(reason).find()) {
            facts.add(fact(feedback, Category.PREFERENCE, "Length of answers: detailed", SURE));
        }
        if (WARMER.matcher(reason).find()) {
            facts.add(fact(feedback, Category.PREFERENCE, "Prefers a warm tone", LIKELY));
        }
        if (facts.isEmpty() && REFUSED.matcher(feedback.decision()).find()) {
            facts.add(fact(feedback, Category.CONSTRAINT, "Avoid what was rejected: " + reason, ONCE));
        }
        return facts;
    }

    private static ProfileFact fact(UserFeedback feedback, Category category, String text, double confidence) {
        return new ProfileFact(
                feedback.workspaceId(),
                feedback.userId(),
                category,
                text,
                ProfileFact.Source.FEEDBACK,
                confidence,
                false,
                feedback.taskId(),
                List.of(feedback.reason().evidence(0, feedback.reason().text().length())));
    }
}
