package tacit.examples.records.changes;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
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
                ? workload.part(options.heldOut())
                : workload.tasks().stream()
                        .filter(task -> options.keys().contains(task.key()))
                        .toList();
        if (options.listed()) {
            tasks.forEach(task -> out.println(task.key()));
        } else {
            work(workload, tasks);
        }
    }

    private void work(Workload workload, List<ChangeTask> tasks) throws SQLException, InterruptedException {
        TacitClient tacit =
                new TacitClient(options.api(), options.otlp(), options.token(), Assignment.ANYBODY, options.trial());
        ChangeExport export = new ChangeExport(options.batch());
        int solved = 0;
        int stopped = 0;
        try (Register register = new Register(workload.entries())) {
            ChangeAgent agent = new ChangeAgent(
                    register, workload.entries(), tacit::allows, Clock.systemUTC(), options.seed(), options.batch());
            for (ChangeTask task : tasks) {
                Context context = tacit.context(task.question(), task.session(options.batch()));
                ChangeRun run = agent.run(task);
                tacit.export(export.request(run, context.generation()));
                solved += run.solved() ? 1 : 0;
                stopped += run.stopped();
            }
        }
        out.println("Solved " + solved + " of " + tasks.size() + " tasks as " + options.batch());
        out.println("Tacit spoke against " + stopped + " calls");
        tacit.complaints().stream().distinct().forEach(complaint -> out.println("  " + complaint));
    }
}
