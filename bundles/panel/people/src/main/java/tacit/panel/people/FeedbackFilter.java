package tacit.panel.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Reason;
import tacit.api.adapt.KeptFeedback;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;

/** Which feedback is wanted; empty parts do not restrict. Immutable. */
record FeedbackFilter(@Nullable String task, String user, String decision, String reason) {

    /** Stands for words of a user's own. */
    private static final String OWN = "own_words";

    private static final String NONE = "none_given";

    static FeedbackFilter of(View view) {
        return new FeedbackFilter(
                view.parameter("task").orElse(null),
                view.parameter("user").orElse(""),
                offered(view, "decision", decisions()),
                offered(view, "reason", reasons()));
    }

    private static String offered(View view, String name, List<String> words) {
        String word = view.parameter(name).orElse("");
        if (!words.contains(word)) {
            throw new HttpProblem(400, name + " must be one of those offered");
        }
        return word;
    }

    /** Words for any of them, and for each. */
    private static List<String> decisions() {
        List<String> words = new ArrayList<>(List.of(""));
        Arrays.stream(Decision.values()).map(Decision::word).forEach(words::add);
        return words;
    }

    private static List<String> reasons() {
        List<String> words = new ArrayList<>(List.of(""));
        Arrays.stream(Reason.values()).map(Reason::word).forEach(words::add);
        words.addAll(List.of(OWN, NONE));
        return words;
    }

    /** What stands in the form. */
    Map<String, Object> values() {
        return Map.of(
                "task",
                task == null ? "" : task,
                "user",
                user,
                "decision",
                decision,
                "reason",
                reason,
                "decisions",
                decisions(),
                "reasons",
                reasons(),
                "filtered",
                task != null || !user.isEmpty() || !decision.isEmpty() || !reason.isEmpty());
    }

    boolean takes(KeptFeedback kept) {
        GivenFeedback given = kept.feedback();
        return (user.isEmpty() || user.equals(given.userId()))
                && (decision.isEmpty() || decision.equals(given.decision().word()))
                && (reason.isEmpty() || reason.equals(kind(given)));
    }

    /** How often each reason was given with what was turned down or put right, the five first. */
    static Map<String, Long> counts(List<KeptFeedback> all) {
        Map<String, Long> counts = new LinkedHashMap<>();
        reasons().stream().skip(1).forEach(word -> counts.put(word.replace('_', ' '), 0L));
        all.stream()
                .map(KeptFeedback::feedback)
                .filter(given -> given.decision() == Decision.REJECTED || given.decision() == Decision.EDIT)
                .forEach(given -> counts.merge(kind(given).replace('_', ' '), 1L, Long::sum));
        return counts;
    }

    private static String kind(GivenFeedback given) {
        String said = given.reason();
        if (said == null || said.isBlank()) {
            return NONE;
        }
        return Arrays.stream(Reason.values()).anyMatch(one -> one.word().equals(said)) ? said : OWN;
    }
}
