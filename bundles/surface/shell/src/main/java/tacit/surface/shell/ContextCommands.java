package tacit.surface.shell;

import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** The command that shows what an agent would be told; it is the verb of the same name. */
@Component(
        service = ContextCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=context"})
public final class ContextCommands {

    private static final int USUAL_WIDTH = 100;

    private final Command verb;

    @Activate
    public ContextCommands(@Reference(target = "(" + Command.NAME + "=context)") Command verb) {
        this.verb = verb;
    }

    @Descriptor("shows what an agent would be told before a task: --task 'TEXT' [--explain] [--workspace W] [--user U]"
            + " [--audience private|group|public] [--channel C] [--budget TOKENS]")
    public void context(CommandSession session, String... words) {
        int width = session.get(Printer.WIDTH) instanceof Number number ? number.intValue() : USUAL_WIDTH;
        verb.run(List.of(words), new Console(session.getConsole(), session.getConsole(), false, width, Path.of("")));
    }
}
