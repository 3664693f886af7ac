package tacit.runtime.sandbox.process;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends a process with everything that it started. */
final class ProcessTree {

    private static final int ROUNDS = 20;
    private static final int SECONDS = 5;

    private ProcessTree() {}

    /** Kills, and returns once the process itself is gone; its children are found again until there are none. */
    static void kill(Process process) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> below = process.descendants().toList();
            below.forEach(ProcessHandle::destroyForcibly);
            if (below.isEmpty()) {
                break;
            }
        }
        process.destroyForcibly();
        process.waitFor(SECONDS, TimeUnit.SECONDS);
    }
}
