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

/** The command that shows what is recalled for some words; it is the verb of the same name. */
@Component(
        service = RecallCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=recall"})
public final class RecallCommands {

    private static final int USUAL_WIDTH = 100;

    private final Command verb;

    @Activate
    public RecallCommands(@Reference(target = "(" + Command.NAME + "=recall)") Command verb) {
        this.verb = verb;
    }

    @Descriptor("shows what is recalled for some words: 'TEXT' [--explain] [--workspace W] [--user U]"
            + " [--audience private|group|public] [--types T,T] [--limit N]; or what an agent is told that tries again:"
            + " --retry 'TASK' [--run ID] [--attempt N] [--attempts N] [--retries N] [--reason 'TEXT'] [--recovery KIND]"
            + " [--pending 'TEXT'] [--executing]")
    public void recall(CommandSession session, String... words) {
        int width = session.get(Printer.WIDTH) instanceof Number number ? number.intValue() : USUAL_WIDTH;
        verb.run(List.of(words), new Console(session.getConsole(), session.getConsole(), false, width, Path.of("")));
    }
}
