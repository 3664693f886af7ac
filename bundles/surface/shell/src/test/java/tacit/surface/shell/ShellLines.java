package tacit.surface.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import tacit.api.command.Console;

/** A Felix shell with the commands of a test, and what it printed for the last line. */
final class ShellLines implements AutoCloseable {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);

    ShellLines() {
        io.start();
    }

    ShellLines with(Object commands, String name) {
        processor.addCommand("tacit", commands, name);
        return this;
    }

    int run(String line) {
        return run(line, 240);
    }

    /** On a terminal of so many columns. */
    int run(String line, int width) {
        out.reset();
        err.reset();
        Console console = new Console(print(out), print(err), false, width, Path.of("/caller"));
        return new ShellCommand(processor).run(List.of(line), console);
    }

    /** The first cell of the first row that holds these words. */
    String idOf(String words) {
        return out().lines()
                .filter(line -> line.contains(words))
                .map(line -> line.strip().split("\\s+", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing holds '" + words + "': " + out() + err()));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        io.stop();
    }
}
