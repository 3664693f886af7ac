package tacit.runtime.sandbox.process;

/** Says in words how a child process ended, as a sentence about the candidate. */
final class Ending {

    private static final int OUT_OF_MEMORY = 3;
    private static final int PIPE_BROKEN = 90;
    private static final int CANNOT_START = 91;
    private static final int SIGNALS = 128;

    private Ending() {}

    static String words(int exitCode, String errors, int heapMegabytes) {
        if (exitCode == OUT_OF_MEMORY && errors.contains("Terminating due to java.lang.OutOfMemoryError")) {
            return "it ran out of memory, with " + heapMegabytes + " MB of heap";
        }
        if (exitCode == PIPE_BROKEN) {
            return "it read from the protocol";
        }
        if (exitCode == CANNOT_START) {
            return "its process could not start: " + errors.lines().findFirst().orElse("no reason given");
        }
        return exitCode > SIGNALS
                ? "its process was ended by signal " + (exitCode - SIGNALS)
                : "it ended its process with exit code " + exitCode;
    }
}
