package tacit.learn.mine.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.ToolNames;
import tacit.learn.mine.reading.Turn;

/** How a reply that does nothing but speak keeps to the form that it was asked for. */
final class PlanFacts implements FactFinder {

    private static final Pattern END_MARK = Pattern.compile(
            "\\b(?:end|finish|write|conclude|close|terminate)\\b[^.]{0,80}?(</?\\w+>)", Pattern.CASE_INSENSITIVE);

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        int missing = 0;
        for (Turn turn : run.turns()) {
            SpanFacts facts = sheet.at(turn.span());
            Turn previous = turn.previous();
            facts.addIf(previous != null && !previous.acting(), Fact.AFTER_PLAN);
            if (turn.acting()) {
                continue;
            }
            facts.addIf(turn.previousAct() != null, Fact.REPLANS);
            if (run.agent() != null && !missingMark(turn).isEmpty()) {
                missing++;
                facts.add(Fact.END_MARK_MISSING);
                facts.addIf(missing == 1, Fact.FIRST_END_MARK_MISSING);
                facts.addIf(ToolNames.namedIn(turn.reply().text(), run.tools()).isEmpty(), Fact.NAMES_NO_TOOL);
                facts.measure("plan", missing);
            }
        }
    }

    /** The mark that the prompt asks a reply to end with and that it lacks; empty when there is none. */
    static String missingMark(Turn turn) {
        String mark = missingMark(turn.question(), turn.reply().text());
        return mark.isEmpty() ? missingMark(turn.instructions(), turn.reply().text()) : mark;
    }

    private static String missingMark(String prompt, String reply) {
        Matcher marks = END_MARK.matcher(prompt);
        while (marks.find()) {
            if (!reply.contains(marks.group(1))) {
                return marks.group(1);
            }
        }
        return "";
    }
}
