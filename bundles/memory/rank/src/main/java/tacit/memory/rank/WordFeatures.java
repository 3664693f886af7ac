package tacit.memory.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How much of a question stands in a candidate and around it. */
final class WordFeatures {

    private static final int NEAR = 3;

    private WordFeatures() {}

    static List<Feature> all() {
        return List.of(
                new Feature("words.turn", (question, turn) -> question.covered(turn.words()::contains)),
                new Feature("words.window", (question, turn) -> question.covered(turn::isAround)),
                new Feature("words.wide", (question, turn) -> question.covered(wide(turn))),
                new Feature("words.rarest", WordFeatures::rarest),
                new Feature("words.pairs", WordFeatures::pairs),
                new Feature("bm25.turn", (question, turn) -> turn.all().part("bm25.text", turn)),
                new Feature("bm25.stem", (question, turn) -> turn.all().part("bm25.stem", turn)),
                new Feature("bm25.window1", (question, turn) -> turn.all().part("bm25.window1", turn)),
                new Feature("bm25.window2", (question, turn) -> turn.all().part("bm25.window2", turn)),
                new Feature("bm25.group", (question, turn) -> turn.all().part("bm25.group", turn)));
    }

    /** Whether a word stands in it, beside it or in one that was found within two places. */
    private static Predicate<String> wide(Candidate turn) {
        List<Set<String>> near = new ArrayList<>();
        for (int places = -2; places <= 2; places++) {
            turn.all().beside(turn, places).ifPresent(other -> near.add(other.words()));
        }
        return word -> turn.isAround(word) || near.stream().anyMatch(words -> words.contains(word));
    }

    /** What the rarest word that both share tells, beside the rarest of the question. */
    private static double rarest(Question question, Candidate turn) {
        double most = 0;
        double shared = 0;
        for (String term : question.different()) {
            most = Math.max(most, question.weight(term));
            shared = turn.words().contains(term) ? Math.max(shared, question.weight(term)) : shared;
        }
        return most <= 0 ? 0 : shared / most;
    }

    /** What part of the neighbouring words of a question stand near each other. */
    private static double pairs(Question question, Candidate turn) {
        List<String> asked = question.different();
        int near = 0;
        for (int i = 0; i + 1 < asked.size(); i++) {
            near += areNear(turn.terms(), asked.get(i), asked.get(i + 1)) ? 1 : 0;
        }
        return asked.size() < 2 ? 0 : (double) near / (asked.size() - 1);
    }

    private static boolean areNear(List<String> terms, String one, String other) {
        int first = -2 * NEAR;
        int second = -2 * NEAR;
        for (int i = 0; i < terms.size(); i++) {
            first = terms.get(i).equals(one) ? i : first;
            second = terms.get(i).equals(other) ? i : second;
            if (first >= 0 && second >= 0 && Math.abs(first - second) <= NEAR) {
                return true;
            }
        }
        return false;
    }
}
