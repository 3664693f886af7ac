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
import tacit.api.memory.HistoryCleanup;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.RelationshipQuery;
import tacit.api.store.Scope;

/** Commands that let an operator see what was agreed and done with users, and keep that in order. */
@Component(
        service = RelationshipCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=relationships"})
public final class RelationshipCommands {

    private static final String KNOWN = "list, clean or forget ID";

    private final RelationshipMemory dealings;
    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public RelationshipCommands(
            @Reference RelationshipMemory dealings, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.dealings = dealings;
        this.memories = memories;
        this.audit = audit;
    }

    @Descriptor("lists what was agreed and done with users, or one of: clean, forget ID")
    public void relationships(
            CommandSession session,
            @Descriptor("whose") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("identity, preferences, context, history or commitments")
                    @Parameter(names = "--layer", absentValue = "")
                    String layer,
            @Descriptor("those of this contact first") @Parameter(names = "--contact", absentValue = "") String contact,
            @Descriptor("then those of this company") @Parameter(names = "--company", absentValue = "") String company,
            @Descriptor("kept commitments too")
                    @Parameter(names = "--done", presentValue = "true", absentValue = "false")
                    boolean done,
            @Descriptor("rows to show, up to 300") @Parameter(names = "--limit", absentValue = "80") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> {
                RelationshipQuery query = new RelationshipQuery(
                        scope,
                        Words.optional(Layer.class, layer),
                        done,
                        Words.optional(contact),
                        Words.optional(company),
                        limit);
                printer.print(Rows.of(dealings.list(query), RelationshipCommands::row), json);
            }
            case "clean" -> printer.line(clean(scope));
            case "forget" -> printer.line(forget(scope, Words.only("relationships forget needs an id", words)));
            default -> throw new IllegalArgumentException("relationships knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private String clean(Scope scope) {
        audit.write(
                Words.OPERATOR,
                "relationships.clean",
                scope.workspaceId(),
                Map.of("workspace", scope.workspaceId(), "user", scope.user().orElse("")));
        HistoryCleanup done = dealings.cleanupRecurringHistory(scope);
        return "Put aside " + done.collapsed() + " entries of " + done.groups() + " titles";
    }

    private String forget(Scope scope, String id) {
        if (memories.find(scope, id)
                .filter(item -> item.layer().equals(RelationshipMemory.LAYER))
                .isEmpty()) {
            throw missing(id, scope);
        }
        audit.write(Words.OPERATOR, "relationships.forget", id, Map.of("workspace", scope.workspaceId()));
        return dealings.delete(scope, id) ? "Forgotten" : "Somebody forgot it in this moment";
    }

    private static IllegalArgumentException missing(String id, Scope scope) {
        return new IllegalArgumentException("Cannot find item '" + id + "' in workspace '" + scope.workspaceId() + "'");
    }

    private static Map<String, @Nullable Object> row(MemoryRecord item) {
        return Rows.row(
                "id", item.id(),
                "user", item.scope().id(),
                "layer", item.kind(),
                "status", item.attribute("status").orElse(null),
                "contact", item.attribute("contact").orElse(null),
                "company", item.attribute("company").orElse(null),
                "confidence", item.confidence(),
                "changed", item.updatedAt(),
                "text", item.text());
    }
}
