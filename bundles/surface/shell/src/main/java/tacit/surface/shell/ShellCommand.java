package tacit.surface.shell;

import java.io.InputStream;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** Runs one command of the Felix shell in a session of its own. Thread-safe. */
@Component
public final class ShellCommand implements Command {

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
        if (arguments.isEmpty()) {
            console.err().println("A command must be given, such as: tacit shell \"tacit:clusters\"");
            return FAILED;
        }
        try (CommandSession session =
                processor.createSession(InputStream.nullInputStream(), console.out(), console.err())) {
            session.put("SCOPE", "tacit:gogo:felix:scr:*");
            session.put(Printer.WIDTH, console.width());
            session.put(ActivationCommands.DIRECTORY, console.workingDirectory());
            Object result = session.execute(LineRule.allowed(String.join(" ", arguments)));
            if (result != null) {
                console.out().println(session.format(result, Converter.INSPECT));
            }
            return OK;
        } catch (Exception e) {
            console.err().println(reason(e));
            return FAILED;
        }
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
