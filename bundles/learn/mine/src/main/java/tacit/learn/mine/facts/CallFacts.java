package tacit.learn.mine.facts;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.ToolNames;
import tacit.learn.mine.reading.Turn;

/** Which tools a turn calls, which it only speaks of, and whether it hands over an answer. */
final class CallFacts implements FactFinder {

    private static final Pattern PRINTS_OWN_TEXT = Pattern.compile(
            "(?s)(?:\\s*#[^\\n]*\\n)*\\s*\\w+\\s*=\\s*.{0,20000}?print\\(\\s*\\w+\\s*\\)\\s*(?:#[^\\n]*\\s*)*");

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        int unmade = 0;
        for (Turn turn : run.turns()) {
            SpanFacts facts = sheet.at(turn.span());
            facts.addIf(offered(run), Fact.OFFERED_TOOLS);
            if (!turn.acting()) {
                continue;
            }
            Set<String> called = called(run, turn);
            boolean answers = called.stream().anyMatch(ToolNames::isAnswer);
            called.removeIf(ToolNames::isAnswer);
            facts.addIf(answers, Fact.ANSWERS);
            facts.addIf(!called.isEmpty(), Fact.CALLS_TOOL);
            facts.addIf(turn.acts().stream().anyMatch(SpanTree::isAgent), Fact.CALLS_AGENT);
            Set<String> spokenOf = ToolNames.namedIn(turn.reply().text(), run.tools());
            spokenOf.removeIf(ToolNames::isAnswer);
            spokenOf.removeAll(called);
            facts.addIf(!spokenOf.isEmpty(), Fact.TALKS_OF_TOOL);
            if (called.isEmpty() && !answers && offered(run)) {
                unmade++;
                nothingCalled(facts, turn, !spokenOf.isEmpty(), unmade);
            }
        }
    }

    private static void nothingCalled(SpanFacts facts, Turn turn, boolean spokenOf, int unmade) {
        facts.add(Fact.CALLS_NOTHING);
        facts.measure("unmade", unmade);
        facts.addIf(spokenOf, Fact.UNMADE_CALL);
        facts.addIf(spokenOf && unmade == 1, Fact.FIRST_UNMADE_CALL);
        facts.addIf(PRINTS_OWN_TEXT.matcher(CodeBlocks.in(turn.reply().text())).matches(), Fact.PRINTS_OWN_TEXT);
    }

    private static boolean offered(AgentRun run) {
        return run.tools().stream().anyMatch(tool -> !ToolNames.isAnswer(tool));
    }

    private static Set<String> called(AgentRun run, Turn turn) {
        Set<String> called = new LinkedHashSet<>(ToolNames.requested(turn));
        called.addAll(ToolNames.calledIn(CodeBlocks.in(turn.reply().text()), run.tools()));
        return called;
    }
}
