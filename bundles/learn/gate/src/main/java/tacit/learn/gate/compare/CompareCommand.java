package tacit.learn.gate.compare;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.gate.Decision;
import tacit.api.gate.Gate;
import tacit.api.ingest.TraceFiles;

/** Judges two batches of runs over the same tasks; the exit code is the verdict. */
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
        return CompareOptions.USAGE + ": judge two batches of runs over the same tasks";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        try {
            CompareOptions options = CompareOptions.of(arguments, console.workingDirectory());
            Comparison comparison = Comparison.of(
                    BatchReader.read(files, options.baseline(), options.format()),
                    BatchReader.read(files, options.candidate(), options.format()),
                    gate,
                    options.settings());
            console.out().print(options.report().report().write(comparison, console));
            console.out().flush();
            return exitCode(comparison.verdict().decision());
        } catch (IllegalArgumentException e) {
            console.err().println(Wrapping.printable(String.valueOf(e.getMessage())));
            return FAILED;
        }
    }

    private static int exitCode(Decision decision) {
        return switch (decision) {
            case PASS -> OK;
            case FAIL -> 1;
            case INCONCLUSIVE -> 2;
        };
    }
}
