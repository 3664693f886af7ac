package tacit.learn.gate.compare;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.gate.Decision;
import tacit.api.gate.Gate;
import tacit.api.ingest.TraceFiles;

/** Judges candidates by their runs over the same tasks as a baseline; the exit code is the verdict. */
@Component(property = Command.NAME + "=compare")
public final class CompareCommand implements Command {

    private final TraceFiles files;
    private final Gate gate;

    @Activate
    public CompareCommand(@Reference TraceFiles files, @Reference Gate gate) {
        this.files = files;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String usage() {
        return CompareOptions.USAGE + ": judge batches of runs over the same tasks";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        try {
            CompareOptions options = CompareOptions.of(arguments, console.workingDirectory());
            List<Batch> candidates = options.candidates().stream()
                    .map(paths -> BatchReader.read(files, paths, options.format()))
                    .toList();
            List<Comparison> comparisons = Comparison.of(
                    BatchReader.read(files, options.baseline(), options.format()),
                    candidates,
                    gate,
                    options.settings());
            Report report = options.report().report();
            List<String> pages = comparisons.stream()
                    .map(comparison -> report.write(comparison, console))
                    .toList();
            console.out().print(options.report().join(pages));
            console.out().flush();
            return exitCode(comparisons);
        } catch (IllegalArgumentException e) {
            console.err().println(Wrapping.printable(String.valueOf(e.getMessage())));
            return FAILED;
        }
    }

    /** Of several candidates the best verdict: one that passes can be taken. */
    private static int exitCode(List<Comparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparison.verdict().decision())
                .min(Comparator.comparing(CompareCommand::rank))
                .map(CompareCommand::exitCode)
                .orElse(FAILED);
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case PASS -> 0;
            case INCONCLUSIVE -> 1;
            case FAIL -> 2;
        };
    }

    private static int exitCode(Decision decision) {
        return switch (decision) {
            case PASS -> OK;
            case FAIL -> 1;
            case INCONCLUSIVE -> 2;
        };
    }
}
