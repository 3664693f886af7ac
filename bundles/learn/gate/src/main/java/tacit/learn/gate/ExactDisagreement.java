package tacit.learn.gate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tacit.api.gate.Disagreement;
import tacit.api.gate.Disagreement.Change;
import tacit.api.gate.ShadowAnswer;
import tacit.api.gate.ShadowComparison;

/** The share of differing answers with Clopper and Pearson's interval, and what most often turned into what. */
@Component
public final class ExactDisagreement implements ShadowComparison {

    static final int MOST_CHANGES = 10;
    static final int LONGEST_TEXT = 500;

    /** One side of a two-sided interval of 95 %. */
    private static final double ONE_SIDE = 0.975;

    @Activate
    public ExactDisagreement() {}

    @Override
    public Disagreement compare(List<ShadowAnswer> answers) {
        checkDistinct(answers);
        int unanswered = (int)
                answers.stream().filter(answer -> answer.candidate() == null).count();
        int answered = answers.size() - unanswered;
        int differing = (int) answers.stream().filter(ShadowAnswer::differs).count();
        return new Disagreement(
                answered,
                unanswered,
                differing,
                1 - Statistics.upperBound(answered - differing, answered, ONE_SIDE),
                Statistics.upperBound(differing, answered, ONE_SIDE),
                changes(answers));
    }

    private static void checkDistinct(List<ShadowAnswer> answers) {
        Set<String> seen = new HashSet<>();
        for (ShadowAnswer answer : answers) {
            if (!seen.add(answer.questionId())) {
                throw new IllegalArgumentException(
                        "answers must hold each question once, got '" + answer.questionId() + "' twice");
            }
        }
    }

    /** Equally frequent changes stay in the order in which they were first seen. */
    private static List<Change> changes(List<ShadowAnswer> answers) {
        Map<Turn, Change> changes = new LinkedHashMap<>();
        for (ShadowAnswer answer : answers) {
            String candidate = answer.candidate();
            if (candidate != null && answer.differs()) {
                Change first = new Change(cut(answer.baseline()), cut(candidate), 1, answer.questionId());
                changes.merge(new Turn(answer.baseline(), candidate), first, (seen, next) -> again(seen));
            }
        }
        return changes.values().stream()
                .sorted(Comparator.comparingInt(Change::times).reversed())
                .limit(MOST_CHANGES)
                .toList();
    }

    private static Change again(Change change) {
        return new Change(change.baseline(), change.candidate(), change.times() + 1, change.questionId());
    }

    /** Never between the two halves of one character. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + "…";
    }

    private record Turn(String from, String to) {}
}
