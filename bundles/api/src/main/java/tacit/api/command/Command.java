package tacit.api.command;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One verb of the {@code tacit} command. Registered as a service, with its name as the property {@link #NAME} so that it is
 * made only when it is called; stateless and thread-safe.
 */
@ConsumerType
public interface Command {

    /** The service property that repeats {@link #name()}; a command without it is made whenever any verb is looked for. */
    String NAME = "tacit.command";

    /** The one argument for which who runs a command prints its usage, and does not run it. */
    String HELP = "--help";

    /** Ended as asked. */
    int OK = 0;

    /** The command could not do its work; the reason is on the error stream. */
    int FAILED = 3;

    /** The verb: lower case letters and hyphens. */
    String name();

    /** What it does, in one line, with its arguments; printed for {@link #HELP}. */
    String usage();

    /**
     * Runs to its end on the caller's thread.
     *
     * @param arguments what followed the verb
     * @return the exit code of the process; an exception becomes {@link #FAILED} with its message as the reason
     */
    int run(List<String> arguments, Console console);
}
