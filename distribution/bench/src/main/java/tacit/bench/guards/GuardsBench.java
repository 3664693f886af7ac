package tacit.bench.guards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tacit.api.guard.CallHistories;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardRule;
import tacit.api.ingest.TraceFiles;
import tacit.bench.Bench;
import tacit.bench.Folders;
import tacit.bench.Options;
import tacit.learn.guards.FiredRuns;
import tacit.learn.guards.RuleSearch;

/** Learns rules from some tasks and counts what they say to the runs of others. */
public final class GuardsBench implements Bench {

    private static final String AIRLINE = "tau-bench-airline/gpt-4o-airline.json.gz";
    /** The first two ways to part tasks hold each task out once, so together they say something of all. */
    private static final int HALVES = 2;

    private final TraceFiles files;
    private final CallHistories histories;
    private final RuleSearch search;

    public GuardsBench(TraceFiles files, CallHistories histories, RuleSearch search) {
        this.files = files;
        this.histories = histories;
        this.search = search;
    }

    @Override
    public String name() {
        return "guards";
    }

    @Override
    public String usage() {
        return "guards [--input FILE] [--transfer FILE]: rules about tool calls, on tasks that they were not learned from";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) {
        Options options = new Options(arguments, List.of("--input", "--transfer"), List.of());
        String input = options.text("--input", Folders.data().resolve(AIRLINE).toString());
        String transfer = options.text("--transfer", "");
        List<GradedHistory> graded = GradedFile.of(files, histories, Path.of(input));
        FiredRuns runs = FiredRuns.of(graded);
        List<GuardRule> rules = search.search(runs);
        List<Map<String, Object>> rows = new ArrayList<>();
        Flags halves = new Flags(List.of());
        for (TaskSplit split : TaskSplit.all(new TreeSet<>(runs.taskKeys()))) {
            Flags flags = split(split, runs.part(split), graded, rows);
            halves = rows.size() <= HALVES ? halves.and(flags) : halves;
        }
        if (!transfer.isEmpty()) {
            rows.add(transferred(rules, Path.of(transfer)));
        }
        return figures(rules, rows, halves);
    }

    private Flags split(TaskSplit split, FiredRuns mined, List<GradedHistory> all, List<Map<String, Object>> rows) {
        List<GradedHistory> held =
                all.stream().filter(history -> !split.test(history.taskKey())).toList();
        List<GuardRule> rules = search.search(mined);
        Flags flags = Flags.of(rules, held);
        Map<String, Object> row = row(split.name(), rules, flags);
        row.put("control", new TaskControl(search).figures(mined, held));
        rows.add(row);
        return flags;
    }

    private static Map<String, Object> figures(List<GuardRule> rules, List<Map<String, Object>> rows, Flags halves) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rules", rules.stream().map(RuleRow::of).toList());
        figures.put("splits", rows);
        figures.put("heldOut", HeldOut.figures(halves));
        return figures;
    }

    /** Only rules that name no tool can say something of other tools. */
    private Map<String, Object> transferred(List<GuardRule> rules, Path path) {
        List<GuardRule> generic =
                rules.stream().filter(rule -> rule.condition().generic()).toList();
        return row("transfer", generic, Flags.of(generic, GradedFile.of(files, histories, path)));
    }

    private static Map<String, Object> row(String name, List<GuardRule> rules, Flags flags) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("rules", rules.stream().map(RuleRow::of).toList());
        row.put("heldOut", HeldOut.figures(flags));
        return row;
    }
}
