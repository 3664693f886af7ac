package tacit.runtime.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the command speaks to whoever called it.
 *
 * @param out results
 * @param err complaints and progress
 * @param terminal whether a person watches the output
 * @param interactive whether a person types the input
 * @param width columns of the terminal
 */
record Surroundings(PrintStream out, PrintStream err, boolean terminal, boolean interactive, int width) {

    private static final int USUAL_WIDTH = 100;

    Surroundings {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }

    /** What the script that started this process found out about its terminal. */
    static Surroundings ofProcess() {
        return new Surroundings(
                System.out,
                System.err,
                Boolean.getBoolean("tacit.terminal"),
                Boolean.getBoolean("tacit.interactive"),
                Integer.getInteger("tacit.width", USUAL_WIDTH));
    }

    /** What the dispatcher of the verbs is called with. */
    Map<String, Object> call(String verb, List<String> arguments) {
        return Map.of(
                "name", verb,
                "arguments", arguments,
                "out", out,
                "err", err,
                "terminal", terminal,
                "width", width,
                "cwd", System.getProperty("user.dir"));
    }
}
