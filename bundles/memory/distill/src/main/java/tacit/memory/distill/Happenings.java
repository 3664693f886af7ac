package tacit.memory.distill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.memory.CandidateType;
import tacit.api.memory.Evidence;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.TrustLane;
import tacit.api.trace.Span;

/** Finds what a run shows without anybody saying it: failures to keep an eye on, and ways that led to a checked result. */
final class Happenings {

    private static final int FEWEST_TOOLS = 2;
    private static final int MOST_TOOLS = 12;
    private static final int FEWEST_RUNS = 3;

    private Happenings() {}

    static List<Found> in(Run run, List<Found> statements) {
        if (!run.ended() || !isTask(run, statements)) {
            return List.of();
        }
        Outcome outcome = run.verified().orElse(null);
        List<Found> found = new ArrayList<>();
        if (outcome == Outcome.FAILURE) {
            found.add(failure(run));
        }
        List<String> tools = ways(run);
        if (outcome == Outcome.SUCCESS && tools.size() >= FEWEST_TOOLS) {
            String way = String.join(", then ", tools.subList(0, Math.min(tools.size(), MOST_TOOLS)));
            found.add(of(
                    run,
                    CandidateType.PATTERN,
                    run.goal() + ": worked with " + way,
                    TrustLane.INFERENCE,
                    run.evidence()));
        }
        return found;
    }

    /** Whether a run is about something to be done, and not about something to be remembered. */
    static boolean isTask(Run run, List<Found> statements) {
        String goal = Texts.folded(run.goal());
        return !goal.isEmpty()
                && statements.stream()
                        .noneMatch(found -> Texts.folded(found.text()).contains(goal));
    }

    /** The words of an error are those of a tool. */
    private static Found failure(Run run) {
        Span error = run.lastError().orElse(null);
        if (error == null) {
            return of(run, CandidateType.WATCH_ITEM, run.goal() + ": failed", TrustLane.INFERENCE, run.evidence());
        }
        String words = run.goal() + ": " + Run.tool(error) + " failed: " + Run.error(error);
        return of(run, CandidateType.WATCH_ITEM, words, TrustLane.FOREIGN, run.evidence(error));
    }

    /** Tasks of which there are several runs. */
    static List<Found> recurring(List<Run> runs) {
        Map<String, List<Run>> tasks = new LinkedHashMap<>();
        for (Run run : runs) {
            String task = run.scope() + "/" + Texts.folded(run.goal());
            tasks.computeIfAbsent(task, name -> new ArrayList<>()).add(run);
        }
        return tasks.values().stream()
                .filter(same -> same.size() >= FEWEST_RUNS)
                .map(Happenings::recurringTask)
                .toList();
    }

    private static Found recurringTask(List<Run> same) {
        Run first = same.get(0);
        Found task = of(
                first,
                CandidateType.RECURRING_TASK,
                "Comes again and again: " + first.goal(),
                TrustLane.INFERENCE,
                first.evidence());
        return new Found(
                task.type(),
                task.text(),
                task.scope(),
                task.lane(),
                same.stream().limit(20).map(Run::evidence).toList(),
                false,
                task.confidence(),
                "",
                same.stream().map(Run::id).toList(),
                task.levels());
    }

    private static Found of(Run run, CandidateType type, String text, TrustLane lane, Evidence evidence) {
        return Found.of(run, type, text, run.scope(), lane, List.of(evidence));
    }

    private static List<String> ways(Run run) {
        List<String> ways = new ArrayList<>();
        for (Span call : run.tools()) {
            String tool = Run.tool(call);
            if (ways.isEmpty() || !ways.get(ways.size() - 1).equals(tool)) {
                ways.add(tool);
            }
        }
        return ways;
    }
}
