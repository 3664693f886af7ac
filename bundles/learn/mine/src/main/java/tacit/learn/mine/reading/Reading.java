package tacit.learn.mine.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/** A trace with the runs of the agents in it. Immutable. */
public record Reading(RecordedTrace trace, SpanTree tree, List<AgentRun> runs) {

    public Reading {
        runs = List.copyOf(runs);
    }

    /** Reads a trace. */
    public static Reading of(RecordedTrace trace) {
        SpanTree tree = new SpanTree(trace);
        Map<String, List<Turn>> byAgent = new LinkedHashMap<>();
        for (Turn turn : new TurnReader().read(tree)) {
            Span agent = turn.agent();
            byAgent.computeIfAbsent(agent == null ? "" : agent.id(), key -> new ArrayList<>())
                    .add(turn);
        }
        List<AgentRun> runs = new ArrayList<>();
        byAgent.values().forEach(turns -> runs.add(run(tree, turns)));
        return new Reading(trace, tree, runs);
    }

    /** All turns, agent by agent. */
    public List<Turn> turns() {
        return runs.stream().flatMap(run -> run.turns().stream()).toList();
    }

    private static AgentRun run(SpanTree tree, List<Turn> turns) {
        Span agent = turns.get(0).agent();
        return new AgentRun(agent, tree.agentDepth(agent), turns, ToolNames.offered(turns));
    }
}
