package tacit.runtime.sandbox;

import java.time.Duration;

/** A host in a process of its own, whose candidate defends itself against the end. */
final class LonelyHost {

    private LonelyHost() {}

    /** Suspends every other thread of its process, so that none of them sees the end of the pipe. */
    private static final String STUBBORN = """
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread != Thread.currentThread()) {
                    thread.suspend();
                }
            }
            while (true) {}
            """;

    public static void main(String[] arguments) throws Exception {
        Sandboxes sandboxes = new Sandboxes();
        sandboxes.beforeAll(null);
        sandboxes.ask(Candidates.echo(), "hen");
        System.out.println("started");
        sandboxes.usual().run(sandboxes.run(Candidates.answering(STUBBORN), Duration.ofMinutes(5), "hen"));
    }
}
