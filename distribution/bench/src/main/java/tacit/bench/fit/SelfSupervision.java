package tacit.bench.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.recall.SearchDocument;
import tacit.bench.recall.Dialogue;
import tacit.bench.recall.LabelledQuestion;
import tacit.memory.words.Terms;

/**
 * Makes questions out of a conversation that nobody labelled: a question for the reply that it got, a turn with its name or
 * number taken out for that turn, and a later mention for the first one. The turn that asks is no candidate.
 */
final class SelfSupervision {

    /**
     * A question that was made.
     *
     * @param question and what answers it
     * @param source the turn that it was made of, which is left out of the candidates; empty when it may stay
     */
    record Made(LabelledQuestion question, String source) {}

    private static final int LONG = 5;
    private static final int RARE = 4;
    private static final Pattern ANSWER =
            Pattern.compile("(?<=[\\p{L},] )\\p{Lu}\\p{L}{2,}|\\b\\d+\\b|\\byesterday\\b|\\blast \\w+\\b");

    private final Random random;

    SelfSupervision(long seed) {
        random = new Random(seed);
    }

    List<Made> questions(Dialogue dialogue) {
        List<Made> made = new ArrayList<>();
        List<SearchDocument> turns = dialogue.turns();
        for (int i = 0; i < turns.size(); i++) {
            SearchDocument turn = turns.get(i);
            boolean replied = i + 1 < turns.size() && turns.get(i + 1).group().equals(turn.group());
            if (turn.text().endsWith("?") && telling(turn).size() >= LONG && replied) {
                made.add(new Made(question(turn.text(), turns.get(i + 1).id()), turn.id()));
            }
            masked(turn, made);
        }
        laterMentions(turns, made);
        return made;
    }

    /** Half of the other words go too: who asks does not know how it was said. */
    private void masked(SearchDocument turn, List<Made> made) {
        Matcher answer = ANSWER.matcher(turn.text());
        if (telling(turn).size() < LONG || !answer.find()) {
            return;
        }
        StringBuilder text = new StringBuilder(turn.speaker());
        for (String word : answer.replaceAll(" ").split("\\s+", -1)) {
            if (random.nextBoolean()) {
                text.append(' ').append(word);
            }
        }
        made.add(new Made(question(text + "?", turn.id()), ""));
    }

    private static void laterMentions(List<SearchDocument> turns, List<Made> made) {
        Map<String, List<SearchDocument>> holders = new HashMap<>();
        turns.forEach(turn -> telling(turn).forEach(term -> holders.computeIfAbsent(term, key -> new ArrayList<>())
                .add(turn)));
        for (SearchDocument turn : turns) {
            Map<String, Integer> shared = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (String term : telling(turn)) {
                List<SearchDocument> some = holders.getOrDefault(term, List.of());
                SearchDocument first = some.get(0);
                if (some.size() <= RARE && !first.group().equals(turn.group()) && seen.add(term)) {
                    shared.merge(first.id(), 1, Integer::sum);
                }
            }
            shared.forEach((id, words) -> {
                if (words >= 2) {
                    made.add(new Made(question(turn.text(), id), turn.id()));
                }
            });
        }
    }

    private static Set<String> telling(SearchDocument turn) {
        return new TreeSet<>(Terms.ofQuery(turn.text()));
    }

    private static LabelledQuestion question(String text, String answer) {
        return new LabelledQuestion(text, 0, List.of(answer));
    }
}
