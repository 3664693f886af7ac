package tacit.examples.records.changes;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tacit.examples.records.Assignment;
import tacit.examples.records.Context;
import tacit.examples.records.TacitClient;

/** Has the agent change records, asks Tacit before each change, and reports each run. */
public final class Changes {

    private final ChangeOptions options;
    private final PrintStream out;

    private Changes(ChangeOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(List<String> arguments) throws SQLException, InterruptedException {
        try {
            new Changes(ChangeOptions.parse(arguments, System.getenv(), System.in), System.out).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(ChangeOptions.USAGE);
            System.exit(2);
        }
    }

    private void run() throws SQLException, InterruptedException {
        Workload workload = Workload.of(options.seed());
        List<ChangeTask> tasks = options.keys().isEmpty()
                ? workload.part(options.part())
                : workload.tasks().stream()
                        .filter(task -> options.keys().contains(task.key()))
                        .toList();
        if (options.listed()) {
            tasks.forEach(task -> out.println(task.key()));
            return;
        }
        TacitClient tacit =
                new TacitClient(options.api(), options.otlp(), options.token(), Assignment.ANYBODY, options.trial());
        List<ChangeRun> runs = work(tacit, workload, tasks, options.seed(), options.batch());
        long solved = runs.stream().filter(ChangeRun::solved).count();
        out.println("Solved " + solved + " of " + tasks.size() + " tasks as " + options.batch());
        out.println("Tacit spoke against "
                + runs.stream().mapToInt(ChangeRun::stopped).sum() + " calls");
        tacit.complaints().stream().distinct().forEach(complaint -> out.println("  " + complaint));
    }

    /** Does tasks one after the other and reports each run. */
    static List<ChangeRun> work(TacitClient tacit, Workload workload, List<ChangeTask> tasks, long seed, String batch)
            throws SQLException, InterruptedException {
        ChangeExport export = new ChangeExport(batch);
        List<ChangeRun> runs = new ArrayList<>();
        try (Register register = new Register(workload.entries())) {
            ChangeAgent agent =
                    new ChangeAgent(register, workload.entries(), tacit::allows, Clock.systemUTC(), seed, batch);
            for (ChangeTask task : tasks) {
                Context context = tacit.context(task.question(), task.session(batch));
                ChangeRun run = agent.run(task);
                tacit.export(export.request(run, context.generation()));
                runs.add(run);
            }
        }
        return runs;
    }
}
