package tacit.api.execute;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does work of one kind: a service of a bundle. Called from several threads at once, each for work of its own; the thread is
 * interrupted when the work is cancelled or out of time, and then it ends soon. It only routes: it owns no memory and decides
 * nothing.
 */
@ConsumerType
public interface TaskExecutor {

    /** The name under which a route tells of it, such as {@code process}. */
    String name();

    /** What is wrong with a device for it, for people; empty for nothing. */
    default String problem(java.util.Map<String, String> deviceSettings) {
        return "";
    }

    /**
     * Does the work. What it throws counts as a failure of the work.
     *
     * @throws InterruptedException when it was stopped
     */
    TaskResult execute(TaskOrder order) throws InterruptedException;
}
