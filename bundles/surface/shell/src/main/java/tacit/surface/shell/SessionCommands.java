package tacit.surface.shell;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.execute.Shells;
import tacit.api.execute.Shells.ShellResult;
import tacit.api.execute.Shells.ShellSession;
import tacit.api.store.Scope;

/** The command for the persistent shell sessions of tasks and workspaces: what they keep, a command in one, and a new beginning. */
@Component(
        service = SessionCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=shells"})
public final class SessionCommands {

    private static final String KNOWN = "list, run KEY 'COMMAND' or reset KEY";

    private final Shells shells;
    private final AuditLog audit;

    @Activate
    public SessionCommands(@Reference Shells shells, @Reference AuditLog audit) {
        this.shells = shells;
        this.audit = audit;
    }

    @Descriptor("lists shell sessions with what they keep, or: run KEY 'COMMAND', reset KEY")
    public void shells(
            CommandSession session,
            @Descriptor("workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("seconds that a command may take, up to 3600")
                    @Parameter(names = "--timeout", absentValue = "60")
                    long timeout,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words)
            throws InterruptedException {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(shells.sessions(workspace), SessionCommands::row), json);
            case "run" -> {
                String command = Words.rest("shells run needs a key and a command", 2, words);
                audit.write(Words.OPERATOR, "shell.run", words[1], Map.of("workspace", workspace));
                print(printer, shells.run(workspace, words[1], command, Duration.ofSeconds(timeout)), json);
            }
            case "reset" -> {
                String key = Words.only("shells reset needs a key", words);
                audit.write(Words.OPERATOR, "shell.reset", key, Map.of("workspace", workspace));
                printer.line(shells.reset(workspace, key) ? "Reset " + key : "There is no session '" + key + "'");
            }
            default -> throw new IllegalArgumentException("shells knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private static void print(Printer printer, ShellResult result, boolean json) {
        printer.print(
                Rows.row(
                        "exit",
                        result.timedOut() ? "out of time" : result.exit(),
                        "output",
                        Words.optional(result.output()),
                        "error",
                        Words.optional(result.error()),
                        "cut",
                        result.cut() ? true : null),
                json);
    }

    private static Map<String, @Nullable Object> row(ShellSession one) {
        return Rows.row(
                "key", one.key(),
                "folder", one.folder().toString(),
                "environment", new TreeMap<>(one.environment()).toString(),
                "aliases", new TreeMap<>(one.aliases()).toString(),
                "commands", one.commands(),
                "last used", one.lastUsedAt());
    }
}
