package tacit.surface.shell;

import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.Workspaces;

/** The command that tells Tacit where the files of a workspace are. */
@Component(
        service = WorkspaceCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=workspace"})
public final class WorkspaceCommands {

    private final Workspaces workspaces;
    private final AuditLog audit;
    private final MemoryUpkeep upkeep;

    @Activate
    public WorkspaceCommands(
            @Reference Workspaces workspaces, @Reference MemoryUpkeep upkeep, @Reference AuditLog audit) {
        this.workspaces = workspaces;
        this.upkeep = upkeep;
        this.audit = audit;
    }

    @Descriptor("lists workspaces and their folders, or gives or takes one: attach ID FOLDER, detach ID")
    public void workspace(CommandSession session, @Descriptor("list, attach ID FOLDER or detach ID") String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" ->
                printer.print(
                        Rows.of(
                                workspaces.list(),
                                id -> Rows.row(
                                        "workspace",
                                        id,
                                        "folder",
                                        workspaces.folder(id).orElse(null))),
                        false);
            case "attach" -> {
                need(3, "attach needs a workspace and a folder", words);
                Path folder =
                        ActivationCommands.directory(session).resolve(words[2]).normalize();
                audit.write(Words.OPERATOR, "workspace.attach", words[1], Map.of("folder", folder.toString()));
                workspaces.attach(words[1], folder.toString());
                printer.line("Attached: Tacit reads and writes below " + folder.resolve(".cowork"));
                printer.print(upkeep.migrateIfPossible(words[1]), false);
            }
            case "detach" -> {
                need(2, "detach needs a workspace", words);
                audit.write(Words.OPERATOR, "workspace.detach", words[1], Map.of());
                printer.line(
                        workspaces.detach(words[1])
                                ? "Detached; its files stay as they are"
                                : "Nothing detached: the workspace has no folder");
            }
            default ->
                throw new IllegalArgumentException("workspace knows list, attach and detach, got '" + verb + "'");
        }
    }

    private static void need(int count, String rule, String... words) {
        if (words.length != count) {
            throw new IllegalArgumentException("workspace " + rule);
        }
    }
}
