package tacit.surface.agents.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.access.Tokens;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** Takes out of the settings of a coding agent exactly what was written there, and its token's rights. */
@Component(property = Command.NAME + "=disconnect")
public final class DisconnectCommand implements Command {

    private final Connections connections;
    private final Tokens tokens;
    private final AuditLog audit;

    @Activate
    public DisconnectCommand(@Reference Connections connections, @Reference Tokens tokens, @Reference AuditLog audit) {
        this.connections = connections;
        this.tokens = tokens;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "disconnect";
    }

    @Override
    public String usage() {
        return "disconnect claude-code|codex [--dry-run] [--home DIR|--project DIR]:"
                + " takes back what connect wrote, everywhere or in one place";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Options options = Options.parse(arguments, console.workingDirectory());
        Manifest manifest = connections.manifest(options.agent(), "");
        List<Place> places = manifest.places().stream()
                .filter(place -> !options.named() || Path.of(place.path()).startsWith(options.folder()))
                .toList();
        if (places.isEmpty() && (options.named() || manifest.token() == null)) {
            console.out().println(options.agent().label() + " is not connected here; nothing is changed");
            return OK;
        }
        List<FileChange> changes = new ArrayList<>();
        places.forEach(place -> changes.add(new FilePlan(Path.of(place.path())).remove(place)));
        if (options.dryRun()) {
            changes.forEach(change -> show(change, console));
            return OK;
        }
        disconnect(options.agent(), manifest, places, changes);
        report(options.agent(), changes, console);
        return OK;
    }

    private void disconnect(Agent agent, Manifest before, List<Place> places, List<FileChange> changes) {
        audit.write("operator", "agent.disconnect", agent.label(), Map.of());
        Manifest manifest = before;
        for (int i = 0; i < places.size(); i++) {
            changes.get(i).apply();
            places.get(i).folders().forEach(DisconnectCommand::deleteEmpty);
            manifest = manifest.without(places.get(i).path());
            connections.keep(agent, manifest);
        }
        if (manifest.places().isEmpty()) {
            forget(agent, manifest);
        }
    }

    private void forget(Agent agent, Manifest manifest) {
        AgentToken token = new AgentToken(tokens, agent, connections.folder());
        String name = manifest.token();
        if (name != null) {
            token.revoke(name);
        }
        token.forget();
        connections.forget(agent);
        if (!connections.any()) {
            connections.script().remove();
        }
    }

    private static void deleteEmpty(String folder) {
        try {
            Files.deleteIfExists(Path.of(folder));
        } catch (IOException kept) {
            // Something else lies there by now
            return;
        }
    }

    private static void show(FileChange change, Console console) {
        console.out().println("Would change " + change.file().path());
        change.diff().forEach(console.out()::println);
    }

    private static void report(Agent agent, List<FileChange> changes, Console console) {
        console.out().println(agent.label() + " is disconnected");
        for (FileChange change : changes) {
            console.out()
                    .println("  " + change.file().path() + (change.content() == null ? ": removed" : ": restored"));
            change.notes().forEach(note -> console.err()
                    .println("Note: " + change.file().path() + ": " + note));
        }
    }
}
