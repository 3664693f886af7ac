package tacit.surface.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** Runs the verb that is asked for by name; makes no other, so that a verb without data opens no database. */
@Component(service = ToIntFunction.class, property = "tacit.entry=command")
public final class Dispatcher implements ToIntFunction<Map<String, Object>> {

    private static final int USUAL_WIDTH = 100;

    private final List<ComponentServiceObjects<Command>> commands;

    @Activate
    public Dispatcher(
            @Reference(
                            service = Command.class,
                            cardinality = ReferenceCardinality.MULTIPLE,
                            policyOption = ReferencePolicyOption.GREEDY)
                    List<ComponentServiceObjects<Command>> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    public int applyAsInt(Map<String, Object> call) {
        String name = (String) Objects.requireNonNull(call.get("name"), "name");
        Console console = console(call);
        for (ComponentServiceObjects<Command> command : commands) {
            if (nameOf(command).equals(name)) {
                return run(command, arguments(call), console);
            }
        }
        TreeSet<String> known = new TreeSet<>();
        commands.forEach(command -> known.add(nameOf(command)));
        console.err()
                .println("Cannot run '" + name + "': no bundle offers it, they offer " + String.join(", ", known)
                        + "; ./tacit help lists every verb");
        return Command.FAILED;
    }

    private static String nameOf(ComponentServiceObjects<Command> objects) {
        Object name = objects.getServiceReference().getProperty(Command.NAME);
        if (name != null) {
            return name.toString();
        }
        Command command = objects.getService();
        try {
            return command.name();
        } finally {
            objects.ungetService(command);
        }
    }

    private static int run(ComponentServiceObjects<Command> objects, List<String> arguments, Console console) {
        Command command = objects.getService();
        if (command == null) {
            console.err().println("Cannot run the command: its component failed to start, see the log");
            return Command.FAILED;
        }
        try {
            if (arguments.equals(List.of(Command.HELP))) {
                console.out().println("Usage: tacit " + command.usage());
                return Command.OK;
            }
            return command.run(arguments, console);
        } catch (RuntimeException failure) {
            String reason = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
            console.err().println("tacit: " + reason);
            return Command.FAILED;
        } finally {
            console.out().flush();
            console.err().flush();
            objects.ungetService(command);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> arguments(Map<String, Object> call) {
        return (List<String>) call.getOrDefault("arguments", List.of());
    }

    private static Console console(Map<String, Object> call) {
        return new Console(
                (PrintStream) Objects.requireNonNull(call.get("out"), "out"),
                (PrintStream) Objects.requireNonNull(call.get("err"), "err"),
                Boolean.TRUE.equals(call.get("terminal")),
                (Integer) call.getOrDefault("width", USUAL_WIDTH),
                Path.of((String) call.getOrDefault("cwd", "")));
    }
}
