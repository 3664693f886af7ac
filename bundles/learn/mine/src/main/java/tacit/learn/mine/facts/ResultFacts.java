package tacit.learn.mine.facts;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.trace.Span;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.Message;
import tacit.learn.mine.reading.Turn;

/** What came back from a turn's calls: nothing, too little, too much, or words of failure. */
final class ResultFacts implements FactFinder {

    private static final int SHORT = 120;
    private static final int HEAD = 400;
    private static final Pattern FRAME = Pattern.compile(
            "execution logs:|last output from code snippet:|observation:|stdout:|\\bnone\\b|\\bnull\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_MATCH = Pattern.compile(
            "\\b(?:no results?|not found|nothing found|no match(?:es)?|none found|0 results|did not match"
                    + "|could not find|couldn.t find)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_EMPTY =
            Pattern.compile(":\\s*(?:\\[\\]|\\{\\}|0|none|false)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR_WORDS = Pattern.compile(
            "\\b(?:error|exception|traceback|failed|invalid|denied|refused|unable to|could not|cannot)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT =
            Pattern.compile("\\b(\\d{2,4}) (?:characters|chars)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLICE = Pattern.compile("\\[\\s*\\w*\\s*:\\s*(\\d{2,7})\\s*\\]");

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        for (Turn turn : run.turns()) {
            SpanFacts facts = sheet.at(turn.span());
            if (turn.acting() && !turn.failed() && !facts.has(Fact.ANSWERS)) {
                content(facts, turn.result());
                limit(turn.prompt()).ifPresent(limit -> size(facts, turn, limit));
                facts.measure("result", turn.result().length() / 500);
            }
            for (Span call : turn.acts()) {
                String output = call.output() == null ? "" : call.output();
                sheet.at(call).addIf(NO_MATCH.matcher(head(output)).find(), Fact.NO_MATCH);
            }
        }
    }

    private static void content(SpanFacts facts, String result) {
        String bare = FRAME.matcher(result.length() > 4 * HEAD ? result.substring(0, 4 * HEAD) : result)
                .replaceAll("")
                .strip();
        facts.addIf(bare.isEmpty() || bare.equals("[]") || bare.equals("{}"), Fact.EMPTY_RESULT);
        facts.addIf(bare.length() < SHORT, Fact.SHORT_RESULT);
        facts.addIf(shredded(bare), Fact.SHREDDED_RESULT);
        facts.addIf(
                NO_MATCH.matcher(head(bare)).find()
                        || (bare.length() < 4 * HEAD && ENDS_EMPTY.matcher(bare).find()),
                Fact.NO_MATCH);
        facts.addIf(ERROR_WORDS.matcher(head(bare)).find(), Fact.ERROR_WORDS);
    }

    private static boolean shredded(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long single = lines.stream().filter(line -> line.length() == 1).count();
        return lines.size() >= 5 && single * 2 > lines.size();
    }

    private static void size(SpanFacts facts, Turn turn, int limit) {
        facts.add(Fact.LIMIT_STATED);
        facts.addIf(turn.result().length() > limit, Fact.LIMIT_EXCEEDED);
        facts.addIf(turn.result().length() > 2 * limit, Fact.LIMIT_FAR_EXCEEDED);
        facts.addIf(largestSlice(turn.reply().text()) > limit, Fact.LIMIT_IGNORED);
    }

    private static long largestSlice(String text) {
        long largest = 0;
        Matcher slices = SLICE.matcher(text);
        while (slices.find()) {
            largest = Math.max(largest, Long.parseLong(slices.group(1)));
        }
        return largest;
    }

    /** The smallest number of characters that the instructions or the task name. */
    static OptionalInt limit(List<Message> prompt) {
        int smallest = Integer.MAX_VALUE;
        for (Message message : prompt.subList(0, Math.min(2, prompt.size()))) {
            Matcher limits = LIMIT.matcher(message.text());
            while (limits.find()) {
                smallest = Math.min(smallest, Integer.parseInt(limits.group(1)));
            }
        }
        return smallest < 100 || smallest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(smallest);
    }

    private static String head(String text) {
        return text.length() > HEAD ? text.substring(0, HEAD) : text;
    }
}
