package tacit.api.command;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** One verb of the {@code tacit} command. Registered as a service; stateless and thread-safe. */
@ConsumerType
public interface Command {

    /** Ended as asked. */
    int OK = 0;

    /** The command could not do its work; the reason is on the error stream. */
    int FAILED = 3;

    /** The verb: lower case letters and hyphens. */
    String name();

    /** What it does, in one line, with its arguments. */
    String usage();

    /**
     * Runs to its end on the caller's thread.
     *
     * @param arguments what followed the verb
     * @return the exit code of the process; an exception becomes {@link #FAILED} with its message as the reason
     */
    int run(List<String> arguments, Console console);
}
