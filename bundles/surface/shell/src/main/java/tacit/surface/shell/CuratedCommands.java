package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.Reach;
import tacit.api.store.Scope;

/** Commands that let an operator see the few facts that every prompt shows, and edit them. */
@Component(
        service = CuratedCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=curated"})
public final class CuratedCommands {

    private static final String KNOWN = "list, add TEXT, replace ID TEXT or remove ID";
    private static final String LAYER = "curated";

    private final CuratedMemory curated;
    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public CuratedCommands(
            @Reference CuratedMemory curated, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.curated = curated;
        this.memories = memories;
        this.audit = audit;
    }

    @Descriptor("lists the few facts that every prompt shows, or one of: add TEXT, replace ID TEXT, remove ID")
    public void curated(
            CommandSession session,
            @Descriptor("about the user or the workspace; both unless told, the workspace for a new one")
                    @Parameter(names = "--target", absentValue = "")
                    String target,
            @Descriptor("such as preference or project_fact") @Parameter(names = "--kind", absentValue = "")
                    String kind,
            @Descriptor("whose") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("entries to show, up to 500") @Parameter(names = "--limit", absentValue = "200") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        Target about = Words.optional(Target.class, target);
        String type = Words.optional(kind);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(curated.list(scope, about, type, limit), CuratedCommands::row), json);
            case "add" -> {
                String text = Words.rest("curated add needs a text", 1, words);
                Target whom = about == null ? Target.WORKSPACE : about;
                printer.print(edited(scope, Action.ADD, whom, type, null, text), json);
            }
            case "replace" -> {
                String text = Words.rest("curated replace needs an id and a text", 2, words);
                printer.print(changed(scope, Action.REPLACE, type, words[1], text), json);
            }
            case "remove" -> {
                String id = Words.only("curated remove needs an id", words);
                printer.print(changed(scope, Action.REMOVE, type, id, null), json);
            }
            default -> throw new IllegalArgumentException("curated knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    /** Of whichever target and owner the entry is: the list shows all of them. */
    private Map<String, @Nullable Object> changed(
            Scope scope, Action action, @Nullable String kind, String id, @Nullable String text) {
        MemoryRecord entry = memories.find(scope, id)
                .filter(memory -> memory.layer().equals(LAYER))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find entry '" + id + "' in workspace '" + scope.workspaceId() + "'"));
        String user = entry.scope().reach() == Reach.USER ? entry.scope().id() : null;
        Target about = Words.required(Target.class, entry.attribute("target").orElse(""));
        return edited(new Scope(scope.workspaceId(), user), action, about, kind, entry.id(), text);
    }

    private Map<String, @Nullable Object> edited(
            Scope scope,
            Action action,
            Target about,
            @Nullable String kind,
            @Nullable String id,
            @Nullable String text) {
        String subject = id == null ? scope.workspaceId() : id;
        CurationResult result = curated.curate(new CurationRequest(
                scope.workspaceId(),
                scope.userId(),
                action,
                about,
                kind,
                id,
                text,
                null,
                null,
                null,
                MemoryWrite.Origin.SYSTEM,
                Entered.evidence(audit, "curated." + Words.lower(action), subject, scope)));
        if (result.status() == CurationResult.Status.REFUSED) {
            throw new IllegalArgumentException(result.words());
        }
        return Rows.row(
                "status", result.status(),
                "id", result.entry() == null ? null : result.entry().id(),
                "in place of", Words.optional(String.join(", ", result.superseded())),
                "file", result.file(),
                "waits as", result.pendingId(),
                "remark", Words.optional(result.words()));
    }

    private static Map<String, @Nullable Object> row(MemoryRecord entry) {
        return Rows.row(
                "id", entry.id(),
                "target", entry.attribute("target").orElse(null),
                "kind", entry.kind(),
                "scope", entry.scope().reach() + " " + entry.scope().id(),
                "confidence", entry.confidence(),
                "since", entry.createdAt(),
                "text", entry.text());
    }
}
