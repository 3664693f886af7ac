package tacit.memory.rank;

import java.util.List;
import java.util.regex.Pattern;

/** What a candidate looks like beside what is asked. */
final class FormFeatures {

    private static final int FEW = 6;
    private static final Pattern NUMBER = Pattern.compile(
            "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|once|twice|couple|several)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTE = Pattern.compile("[\"\u201c\u00ab][^\"\u201d\u00bb]{2,}[\"\u201d\u00bb]");
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|cause|since|so that|that['\u2019]s why|reason|in order to|inspired|motivated|wanted to)\\b",
            Pattern.CASE_INSENSITIVE);

    private FormFeatures() {}

    static List<Feature> all() {
        return List.of(
                new Feature("number.asked", (question, turn) -> given(question, Asked.NUMBER, NUMBER, turn)),
                new Feature("title.asked", (question, turn) -> given(question, Asked.TITLE, QUOTE, turn)),
                new Feature("reason.asked", (question, turn) -> given(question, Asked.REASON, REASON, turn)),
                new Feature("quote.shared", FormFeatures::quote),
                new Feature("answer.words", FormFeatures::answerWords),
                new Feature("answer.form", (question, turn) -> turn.answers() && !turn.asks() ? 1 : 0),
                new Feature("asks", (question, turn) -> turn.asks() ? 1 : 0),
                new Feature(
                        "length", (question, turn) -> Math.log1p(turn.terms().size()) / 4),
                new Feature("few", (question, turn) -> turn.terms().size() < FEW ? 1 : 0),
                new Feature("beside.words", FormFeatures::besideWords),
                new Feature("beside.meaning", FormFeatures::besideMeaning));
    }

    private static double given(Question question, Asked asked, Pattern pattern, Candidate turn) {
        return question.asked() == asked && pattern.matcher(turn.text()).find() ? 1 : 0;
    }

    private static double quote(Question question, Candidate turn) {
        if (question.quoted().isEmpty()) {
            return 0;
        }
        String terms = " " + String.join(" ", turn.terms()) + " ";
        return question.quoted().stream().anyMatch(quote -> terms.contains(" " + quote + " ")) ? 1 : 0;
    }

    /** The one before it asks with the words of the question. */
    private static double answerWords(Question question, Candidate turn) {
        return turn.answers() ? question.covered(turn.before()::contains) : 0;
    }

    private static double besideWords(Question question, Candidate turn) {
        return Math.max(besideWords(question, turn, -1), besideWords(question, turn, 1));
    }

    private static double besideWords(Question question, Candidate turn, int places) {
        return turn.all()
                .beside(turn, places)
                .map(other -> question.covered(other.words()::contains))
                .orElse(0.0);
    }

    private static double besideMeaning(Question question, Candidate turn) {
        return Math.max(besideMeaning(turn, -1), besideMeaning(turn, 1));
    }

    private static double besideMeaning(Candidate turn, int places) {
        return turn.all()
                .beside(turn, places)
                .map(other -> turn.all().height("cosine.e5.text", other))
                .orElse(0.0);
    }
}
