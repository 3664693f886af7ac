package tacit.surface.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Workspaces;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The command that tells Tacit where the files of a workspace are. */
@Component(
        service = WorkspaceCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=workspace"})
public final class WorkspaceCommands {

    private static final MemoryFilter ALL =
            new MemoryFilter(null, List.of(), null, null, List.of(), null, null, null, new TreeMap<>());

    private final Workspaces workspaces;
    private final MemoryStore memories;
    private final AuditLog audit;
    private final MemoryUpkeep upkeep;

    @Activate
    public WorkspaceCommands(
            @Reference Workspaces workspaces,
            @Reference MemoryStore memories,
            @Reference MemoryUpkeep upkeep,
            @Reference AuditLog audit) {
        this.memories = memories;
        this.workspaces = workspaces;
        this.upkeep = upkeep;
        this.audit = audit;
    }

    @Descriptor("lists workspaces and their folders, or one of: attach ID FOLDER, detach ID, forget ID")
    public void workspace(
            CommandSession session,
            @Descriptor("really forgets all that the workspace remembers")
                    @Parameter(names = "--yes", presentValue = "true", absentValue = "false")
                    boolean yes,
            @Descriptor("list, attach ID FOLDER, detach ID or forget ID") String... words) {
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
            case "forget" -> {
                need(2, "forget needs a workspace", words);
                printer.line(forget(Words.scope(words[1]), yes));
            }
            default ->
                throw new IllegalArgumentException(
                        "workspace knows list, attach, detach and forget, got '" + verb + "'");
        }
    }

    /** Its runs and its files stay; what was remembered goes with every copy. */
    private String forget(Scope scope, boolean yes) {
        if (!yes) {
            long held = memories.list(scope, ALL, PageRequest.first(1)).total();
            return held + " memories would be forgotten with every copy; --yes does it";
        }
        audit.write(Words.OPERATOR, "workspace.forget", scope.workspaceId(), Map.of());
        return memories.clear(scope) + " memories are forgotten; tacit:memory purge rewrites the files";
    }

    private static void need(int count, String rule, String... words) {
        if (words.length != count) {
            throw new IllegalArgumentException("workspace " + rule);
        }
    }
}
