package tacit.learn.mine.facts;

import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.Turn;

/** What an answer rests on. */
final class AnswerFacts implements FactFinder {

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        int acts = 0;
        int evidence = 0;
        int errors = 0;
        boolean unmade = false;
        Turn last = null;
        for (Turn turn : run.turns()) {
            if (!turn.acting()) {
                continue;
            }
            acts++;
            last = turn;
            SpanFacts facts = sheet.at(turn.span());
            if (facts.has(Fact.ANSWERS)) {
                boolean ungrounded = evidence == 0 && !facts.has(Fact.CALLS_TOOL);
                facts.addIf(ungrounded, Fact.ANSWERS_UNGROUNDED);
                facts.addIf(ungrounded && acts == 1, Fact.ANSWERS_FIRST);
                facts.addIf(ungrounded && unmade, Fact.ANSWERS_AFTER_UNMADE_CALL);
                facts.addIf(evidence > 0, Fact.ANSWERS_WITH_EVIDENCE);
                facts.addIf(facts.has(Fact.READS_ERROR), Fact.ANSWERS_AFTER_FAILURE);
                facts.addIf(errors > 0, Fact.ANSWERS_AFTER_ERRORS);
                turn.acts().forEach(call -> sheet.at(call).addIf(ungrounded, Fact.ANSWERS_UNGROUNDED));
                turn.acts().forEach(call -> sheet.at(call).addIf(facts.has(Fact.OFFERED_TOOLS), Fact.OFFERED_TOOLS));
            }
            evidence += facts.has(Fact.CALLS_TOOL) && !turn.failed() ? 1 : 0;
            errors += turn.failed() ? 1 : 0;
            unmade |= facts.has(Fact.CALLS_NOTHING);
        }
        if (last != null) {
            sheet.at(last.span()).add(Fact.LAST_ACT);
        }
    }
}
