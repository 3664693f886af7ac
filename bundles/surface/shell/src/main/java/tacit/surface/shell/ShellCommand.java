package tacit.surface.shell;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** Runs one command of the Felix shell in a session of its own. Thread-safe. */
@Component(service = {Command.class, ShellCommand.class})
public final class ShellCommand implements Command {

    /** The first word of a line that may be interrupted; its name follows. */
    private static final String RUN = "--run";

    /** As shells count the end by a signal. */
    private static final int INTERRUPTED = 130;

    private final Map<String, CommandSession> running = new ConcurrentHashMap<>();
    private final CommandProcessor processor;

    @Activate
    public ShellCommand(@Reference CommandProcessor processor) {
        this.processor = processor;
    }

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public String usage() {
        return "shell \"COMMAND\"    runs a command of the Felix shell in the running host";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        boolean named = arguments.size() > 1 && arguments.get(0).equals(RUN);
        List<String> line = named ? arguments.subList(2, arguments.size()) : arguments;
        if (line.isEmpty()) {
            console.err().println("A command must be given, such as: tacit shell \"tacit:clusters\"");
            return FAILED;
        }
        try (CommandSession session =
                processor.createSession(InputStream.nullInputStream(), console.out(), console.err())) {
            session.put("SCOPE", "tacit:gogo:felix:scr:*");
            session.put(Printer.WIDTH, console.width());
            session.put(ActivationCommands.DIRECTORY, console.workingDirectory());
            return named ? run(arguments.get(1), session, line, console) : run(session, line, console);
        }
    }

    private int run(String id, CommandSession session, List<String> line, Console console) {
        if (running.putIfAbsent(id, session) != null) {
            console.err().println("A line of that name runs already");
            return FAILED;
        }
        try {
            return run(session, line, console);
        } finally {
            running.remove(id, session);
        }
    }

    private static int run(CommandSession session, List<String> line, Console console) {
        try {
            Object result = session.execute(LineRule.allowed(String.join(" ", line)));
            if (result != null) {
                console.out().println(session.format(result, Converter.INSPECT));
            }
            return OK;
        } catch (InterruptedException interrupted) {
            console.err().println("Interrupted");
            return INTERRUPTED;
        } catch (Exception e) {
            console.err().println(reason(e));
            return FAILED;
        }
    }

    /** Interrupts a line that was run with {@code --run ID}; answers whether it runs. A command that does not heed it goes on. */
    public boolean interrupt(String id) {
        CommandSession session = running.get(id);
        Job job = session == null ? null : session.foregroundJob();
        if (job != null) {
            job.interrupt();
        }
        return job != null;
    }

    /** The shell wraps what a command threw; a person wants the innermost reason that says something. */
    private static String reason(Throwable thrown) {
        Throwable reason = thrown;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }
}
