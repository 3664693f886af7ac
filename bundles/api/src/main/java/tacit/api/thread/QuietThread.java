package tacit.api.thread;

/**
 * Threads that nobody waits for: indexing, learning, experiments. They have the least priority, which {@code ./tacit} makes
 * that of the system ({@code -XX:ThreadPriorityPolicy=1}), so that they work in what requests leave over. Where it is not,
 * they only share. Nothing is ever right or wrong because of it. Threads that they start inherit it.
 */
public final class QuietThread {

    private QuietThread() {}

    /** A thread that was not started, with a name for people who look at the host; it keeps the host alive unless made a daemon. */
    public static Thread of(Runnable work, String name) {
        return quiet(new Thread(work, name));
    }

    /** Whether the thread that asks is quiet. */
    @SuppressWarnings("ThreadPriorityCheck") // it only says who gives way
    public static boolean isCurrent() {
        return Thread.currentThread().getPriority() == Thread.MIN_PRIORITY;
    }

    /** Makes a thread quiet, started or not; answers it. */
    @SuppressWarnings("ThreadPriorityCheck") // it only says who gives way
    public static <T extends Thread> T quiet(T thread) {
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
