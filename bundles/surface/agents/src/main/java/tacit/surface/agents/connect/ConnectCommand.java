package tacit.surface.agents.connect;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.access.Tokens;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** Writes hooks and telemetry into the settings of a coding agent. Everything is planned before anything is touched. */
@Component(property = Command.NAME + "=connect")
public final class ConnectCommand implements Command {

    private static final String UNMADE = "TOKEN";

    private final Connections connections;
    private final Tokens tokens;
    private final AuditLog audit;
    private final Programs programs;

    @Activate
    public ConnectCommand(@Reference Connections connections, @Reference Tokens tokens, @Reference AuditLog audit) {
        this(connections, tokens, audit, Programs.ofPath());
    }

    ConnectCommand(Connections connections, Tokens tokens, AuditLog audit, Programs programs) {
        this.connections = connections;
        this.tokens = tokens;
        this.audit = audit;
        this.programs = programs;
    }

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public String usage() {
        return "connect claude-code|codex [--dry-run] [--home DIR|--project DIR] [--user U] [--replace-telemetry]:"
                + " has the agent tell Tacit what it does and ask it for context";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Options options = Options.parse(arguments, console.workingDirectory());
        Manifest manifest = connections.manifest(options.agent(), user(options));
        ConnectionPlan plan = new ConnectionPlan(
                options, manifest, connections.script(), connections.host().otlpPort());
        AgentToken token = new AgentToken(tokens, options.agent(), connections.folder());
        String user = options.userId() == null ? manifest.userId() : user(options);
        List<FileChange> changes = plan.changes(user, shown(token.known(user).orElse(UNMADE)));
        if (options.dryRun()) {
            show(changes, console.out());
        } else {
            connect(options, manifest, plan, token, user);
            report(options, changes, console);
        }
        warn(options, changes, console);
        return OK;
    }

    private void connect(Options options, Manifest before, ConnectionPlan plan, AgentToken token, String user) {
        audit.write("operator", "agent.connect", options.agent().label(), Map.of("user", user));
        Manifest manifest = before.owned(tokenName(before, token, user), user);
        connections.script().install();
        for (FileChange change : plan.changes(user, shown(token.known(user).orElseThrow()))) {
            // Kept before the write: what a power cut leaves half done can be undone too
            manifest = manifest.with(Objects.requireNonNull(change.place(), "place"));
            connections.keep(options.agent(), manifest);
            change.apply();
        }
    }

    private static String tokenName(Manifest before, AgentToken token, String user) {
        String name = before.token();
        if (name != null && token.known(user).isPresent()) {
            return name;
        }
        if (name != null) {
            token.revoke(name);
        }
        return token.make(user);
    }

    private @Nullable String shown(String token) {
        return connections.host().asksForToken() ? token : null;
    }

    private static String user(Options options) {
        String named = options.userId();
        return named == null ? System.getProperty("user.name", "user") : named;
    }

    private static void show(List<FileChange> changes, PrintStream out) {
        for (FileChange change : changes) {
            out.println((change.changes() ? "Would change " : "Would leave as it is: ")
                    + change.file().path());
            change.diff().forEach(out::println);
        }
    }

    private void report(Options options, List<FileChange> changes, Console console) {
        boolean changed = changes.stream().anyMatch(FileChange::changes);
        console.out()
                .println(options.agent().label()
                        + (changed ? " is connected" : " was connected already")
                        + (changed ? "; it hears of it at its next start" : ""));
        changes.forEach(change ->
                console.out().println("  " + change.file().path() + (change.changes() ? ": written" : ": as it was")));
        console.out().println("  ./tacit disconnect " + options.agent().label() + " takes it back");
    }

    private void warn(Options options, List<FileChange> changes, Console console) {
        changes.forEach(change -> change.notes().forEach(note -> console.err().println("Note: " + note)));
        if (!programs.has("curl")) {
            console.err().println("Note: there is no curl here: the hooks stay silent until it is installed");
        }
        if (!connections.host().running()) {
            console.err().println("Note: no host runs on this data directory: start one with ./tacit up");
        }
        if (options.agent() == Agent.CODEX) {
            console.err().println("Note: Codex runs hooks only after you trusted them: open /hooks in Codex once");
            Optional.ofNullable(options.project()).ifPresent(folder -> console.err()
                    .println("Note: Codex takes telemetry from its home folder only: in a project it gets hooks"));
        }
    }
}
