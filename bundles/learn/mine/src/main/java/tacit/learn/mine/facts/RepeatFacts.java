package tacit.learn.mine.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.trace.Span;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.ToolNames;
import tacit.learn.mine.reading.Turn;

/** Calls that were made before: the very same with the same result, or nearly so. */
final class RepeatFacts implements FactFinder {

    private static final int REMEMBERED = 6;
    private static final double ALIKE = 0.5;
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern SEARCH = Pattern.compile("search|query|lookup|retriev", Pattern.CASE_INSENSITIVE);

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, Span> last = new HashMap<>();
        Deque<Set<String>> recent = new ArrayDeque<>();
        boolean searched = false;
        for (Turn turn : run.turns()) {
            SpanFacts facts = sheet.at(turn.span());
            for (Span call : turn.acts()) {
                if (SpanTree.isTool(call) && !ToolNames.isAnswer(ToolNames.of(call))) {
                    same(call, times, last, facts, sheet);
                }
            }
            if (ToolNames.requested(turn).stream()
                    .anyMatch(name -> SEARCH.matcher(name).find())) {
                facts.add(Fact.SEARCHES);
                facts.addIf(searched, Fact.SEARCHES_AGAIN);
                searched = true;
            }
            similar(turn, recent, facts, sheet);
        }
        last.values().forEach(call -> sheet.at(call).add(Fact.LAST_SAME_CALL));
    }

    private static void same(
            Span call, Map<String, Integer> times, Map<String, Span> last, SpanFacts facts, FactSheet sheet) {
        String key = ToolNames.of(call) + "\n" + call.input() + "\n" + call.output();
        int time = times.merge(key, 1, Integer::sum);
        if (time > 1 && call.input() != null) {
            last.put(key, call);
            facts.add(Fact.SAME_CALL);
            facts.measure("same-call", time);
            sheet.at(call).add(Fact.SAME_CALL);
            sheet.at(call).measure("same-call", time);
        }
    }

    private static void similar(Turn turn, Deque<Set<String>> recent, SpanFacts facts, FactSheet sheet) {
        Set<String> words = words(turn);
        if (words.size() < 3) {
            return;
        }
        if (recent.stream().anyMatch(earlier -> alike(earlier, words))) {
            facts.add(Fact.SIMILAR_CALL);
            turn.acts().forEach(call -> sheet.at(call).add(Fact.SIMILAR_CALL));
        }
        recent.addLast(words);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    private static Set<String> words(Turn turn) {
        StringBuilder text = new StringBuilder(CodeBlocks.in(turn.reply().text()));
        turn.reply().calls().forEach(call -> text.append(' ').append(call.arguments()));
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text.toString().toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both >= ALIKE * (one.size() + other.size() - both);
    }
}
