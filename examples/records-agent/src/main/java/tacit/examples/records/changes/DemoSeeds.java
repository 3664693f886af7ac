package tacit.examples.records.changes;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tacit.examples.records.changes.Demo.Closed;

/** Closes the loop for one seed after the other, each on a host of its own, and prints what each gained. */
final class DemoSeeds {

    private final DemoOptions options;
    private final PrintStream out;

    DemoSeeds(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws Exception {
        int holdZero = 0;
        int passed = 0;
        for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
            try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
                Closed closed = Demo.onHostOfItsOwn(options.of(seed), silent, Demo::close);
                holdZero += closed.gain().holdsZero() ? 1 : 0;
                passed += closed.passed() ? 1 : 0;
                out.println(row(seed, closed));
            }
        }
        out.println(options.seeds() + " seeds: " + passed + " changes passed the gate, " + holdZero
                + " intervals of the gain hold 0");
    }

    static String row(long seed, Closed closed) {
        String change = closed.promoted() ? "promoted" : closed.passed() ? "passed, not promoted" : "did not pass";
        return "seed " + seed + ": " + change + "; " + closed.gain().words()
                + (closed.gain().holdsZero() ? "; holds 0" : "; does not hold 0");
    }
}
