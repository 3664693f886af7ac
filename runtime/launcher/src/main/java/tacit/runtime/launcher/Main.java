package tacit.runtime.launcher;

import java.util.List;
import java.util.Map;
import tacit.runtime.launcher.framework.Distribution;

/** The entry of the {@code tacit} command. */
public final class Main {

    private final Surroundings surroundings;
    private final Map<String, Verb> verbs;
    private final Verb other;

    private Main(Surroundings surroundings, Distribution distribution) {
        LocalCommand local = new LocalCommand(surroundings, distribution);
        this.surroundings = surroundings;
        this.verbs = Map.ofEntries(
                Map.entry("help", new Help(surroundings)),
                Map.entry("--help", new Help(surroundings)),
                Map.entry("up", new Up(surroundings, distribution)),
                Map.entry("status", new Status(surroundings)),
                Map.entry("doctor", new Doctor(surroundings, distribution)),
                Map.entry("shell", new ShellCall(surroundings)),
                Map.entry("mcp", new Mcp(surroundings, System::getenv)),
                Map.entry("restore", new Restore(surroundings, distribution)),
                Map.entry("compare", local::runApart),
                Map.entry("sign", local::runApart),
                Map.entry("rehearse", new Rehearsal(surroundings, distribution)));
        this.other = new OneShot(surroundings, local);
    }

    public static void main(String[] arguments) {
        Main main = new Main(Surroundings.ofProcess(), Distribution.ofSystemProperty());
        System.exit(main.run(List.of(arguments)));
    }

    private int run(List<String> commandLine) {
        try {
            Invocation invocation = Invocation.parse(commandLine);
            return verbs.getOrDefault(invocation.verb(), other).run(invocation);
        } catch (InterruptedException stopped) {
            return Verb.INTERRUPTED;
        } catch (Exception failure) {
            String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            surroundings.err().println("tacit: " + reason);
            return Verb.FAILED;
        }
    }
}
