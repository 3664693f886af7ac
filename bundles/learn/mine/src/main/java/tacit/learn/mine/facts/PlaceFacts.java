package tacit.learn.mine.facts;

import tacit.api.trace.Span;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.ToolNames;
import tacit.learn.mine.reading.Turn;

/** Where a span stands: what it is, how early, how deep, in how long a trace. */
final class PlaceFacts implements FactFinder {

    private static final int SHORT_TRACE = 13;
    private static final int LONG_TRACE = 30;

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        int act = 0;
        for (Turn turn : run.turns()) {
            act += turn.acting() ? 1 : 0;
            SpanFacts facts = sheet.at(turn.span());
            facts.addIf(turn.thought(), Fact.MODEL_CALL);
            facts.addIf(turn.acting(), Fact.ACTS);
            facts.addIf(run.agent() == null, Fact.OUTSIDE_AGENT);
            place(facts, run, sheet);
            if (turn.acting()) {
                facts.measure("act", act);
            }
            for (Span call : turn.acts()) {
                place(sheet.at(call), run, sheet);
                called(sheet.at(call), call, act);
            }
        }
    }

    private static void place(SpanFacts facts, AgentRun run, FactSheet sheet) {
        int size = sheet.reading().tree().spans().size();
        facts.addIf(run.depth() > 0, Fact.SUB_AGENT);
        facts.note("trace", size <= SHORT_TRACE ? "short" : size <= LONG_TRACE ? "medium" : "long");
        facts.note("agents", sheet.reading().runs().size() > 1 ? "several" : "one");
    }

    private static void called(SpanFacts facts, Span call, int act) {
        facts.add(SpanTree.isAgent(call) ? Fact.AGENT_CALL : Fact.TOOL_CALL);
        facts.addIf(ToolNames.isAnswer(ToolNames.of(call)), Fact.ANSWER_TOOL);
        facts.addIf(call.output() == null || call.output().isBlank(), Fact.NO_OUTPUT);
        facts.measure("act", act);
    }
}
