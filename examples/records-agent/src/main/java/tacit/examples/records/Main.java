package tacit.examples.records;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tacit.examples.records.changes.Changes;

/** Runs the agent against Tacit, or writes a recording of it to a file; {@code changes} has it change records instead. */
public final class Main {

    private static final Instant RECORDED_AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration STEP = Duration.ofMillis(70);

    private final Options options;
    private final PrintStream out;

    private Main(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("changes")) {
            Changes.main(List.of(arguments).subList(1, arguments.length));
            return;
        }
        try {
            Options options = Options.parse(List.of(arguments));
            new Main(options, System.out).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
        }
    }

    private void run() throws SQLException, IOException, InterruptedException {
        Path recording = options.recording();
        if (recording == null) {
            live();
        } else {
            Files.write(recording, record(options.session(), options.trials(), options.context()));
            out.println("Recorded " + recording);
        }
    }

    /** The runs of all tasks as one OTLP request a line, the same bytes each time. */
    static byte[] record(String session, int trials, String context) throws SQLException, IOException {
        TraceExport export = new TraceExport(session, Assignment.ANYBODY);
        Context told = context.isEmpty() ? Context.NONE : Context.written(session, context);
        StringBuilder lines = new StringBuilder();
        try (ClinicDatabase database = new ClinicDatabase()) {
            Workload workload = Workload.clinic();
            RecordsAgent agent =
                    new RecordsAgent(workload.vocabulary(), database, new SteppingClock(RECORDED_AT, STEP));
            for (int trial = 0; trial < trials; trial++) {
                for (Task task : workload.tasks()) {
                    lines.append(export.request(agent.run(task, trial, told))).append('\n');
                }
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String told(List<Run> runs) {
        long told = runs.stream().filter(run -> !run.context().text().isEmpty()).count();
        long used = runs.stream().filter(run -> !run.used("").isEmpty()).count();
        return told == 0
                ? "Tacit had nothing to say: the agent worked with what it knows itself"
                : "Tacit had something to say for " + told + " tasks; memories were used in " + used;
    }

    private void live() throws SQLException, IOException, InterruptedException {
        TacitClient tacit = new TacitClient(options.api(), options.otlp(), options.token(), options.assignment());
        TraceExport export = new TraceExport(options.session(), options.assignment());
        List<Run> runs = new ArrayList<>();
        try (ClinicDatabase database = new ClinicDatabase()) {
            Workload workload = Workload.clinic();
            RecordsAgent agent = new RecordsAgent(workload.vocabulary(), database, Clock.systemUTC());
            for (int trial = 0; trial < options.trials(); trial++) {
                for (Task task : workload.tasks()) {
                    Run run = agent.run(task, trial, tacit.context(task, options.session()));
                    tacit.export(export.request(run));
                    runs.add(run);
                }
            }
        }
        long solved = runs.stream().filter(Run::solved).count();
        out.println("Solved " + solved + " of " + runs.size() + " tasks as session " + options.session());
        out.println(told(runs));
        tacit.complaints().stream().distinct().forEach(complaint -> out.println("  " + complaint));
    }
}
