package tacit.api.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a command speaks to whoever called it.
 *
 * @param out results; UTF-8
 * @param err complaints and progress; UTF-8
 * @param terminal whether a person watches: progress bars and colour only then
 * @param width columns of the terminal, at least 40
 * @param workingDirectory what relative paths in arguments are relative to
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int width, Path workingDirectory) {

    public Console {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        width = Math.max(40, width);
        Objects.requireNonNull(workingDirectory, "workingDirectory");
    }
}
