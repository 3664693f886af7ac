package tacit.learn.mine.facts;

import java.util.List;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.Turn;

/** What was so about the turn before: most failures show in the turn after. */
final class EchoFacts implements FactFinder {

    private static final List<Fact> ECHOED = List.of(
            Fact.CALLS_NOTHING,
            Fact.TALKS_OF_TOOL,
            Fact.EMPTY_RESULT,
            Fact.SHORT_RESULT,
            Fact.SHREDDED_RESULT,
            Fact.NO_MATCH,
            Fact.ERROR_WORDS,
            Fact.LIMIT_EXCEEDED,
            Fact.LIMIT_IGNORED);

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        for (Turn turn : run.turns()) {
            Turn before = turn.previousAct();
            if (before != null) {
                for (Fact fact : ECHOED) {
                    if (sheet.at(before.span()).has(fact)) {
                        sheet.at(turn.span()).note("after", fact.feature());
                    }
                }
            }
        }
    }
}
