package tacit.surface.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipMemory;
import tacit.api.store.Scope;

/** Commands that let an operator see what users still have to do, what of it is due, and close it. */
@Component(
        service = CommitmentCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=commitments"})
public final class CommitmentCommands {

    private static final String KNOWN = "list, add TEXT or done ID";
    private static final long MOST_HOURS = 24 * 366;

    private final RelationshipMemory dealings;
    private final MemoryStore memories;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public CommitmentCommands(
            @Reference RelationshipMemory dealings,
            @Reference MemoryStore memories,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.dealings = dealings;
        this.memories = memories;
        this.audit = audit;
        this.clock = clock;
    }

    @Descriptor("lists commitments that are not kept yet, those due first first, or one of: add TEXT, done ID")
    public void commitments(
            CommandSession session,
            @Descriptor("whose") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("overdue ones and those due within so many hours only")
                    @Parameter(names = "--within", absentValue = "")
                    String within,
            @Descriptor("until when a new one is to be kept, such as 2026-03-01T17:00:00Z")
                    @Parameter(names = "--due", absentValue = "")
                    String due,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        Instant now = clock.instant();
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> {
                List<MemoryRecord> open = within.isEmpty()
                        ? dealings.openCommitments(scope, limit)
                        : dealings.dueSoon(scope, now, hours(within)).stream()
                                .limit(limit)
                                .toList();
                printer.print(Rows.of(open, item -> row(item, now)), json);
            }
            case "add" -> {
                String text = Words.rest("commitments add needs a text", 1, words);
                printer.print(row(add(scope, text, Words.time("--due", due)), now), json);
            }
            case "done" -> {
                String id = Words.only("commitments done needs an id", words);
                printer.print(row(done(scope, id), now), json);
            }
            default -> throw new IllegalArgumentException("commitments knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private static Duration hours(String word) {
        long hours = Words.number(word);
        if (hours > MOST_HOURS) {
            throw new IllegalArgumentException("--within must be in [0, " + MOST_HOURS + "] hours, got " + hours);
        }
        return Duration.ofHours(hours);
    }

    private static boolean isOpen(MemoryRecord item) {
        return item.layer().equals(RelationshipMemory.LAYER)
                && item.state() == MemoryState.ACTIVE
                && item.attribute("status").orElse("").equals("open");
    }

    private MemoryRecord add(Scope scope, String text, @Nullable Instant due) {
        String user = scope.userId();
        if (user == null) {
            throw new IllegalArgumentException("commitments add needs --user USER: somebody has to keep it");
        }
        return dealings.add(new RelationshipItem(
                scope.workspaceId(),
                user,
                RelationshipItem.Layer.COMMITMENTS,
                text,
                RelationshipItem.Source.CONVERSATION,
                1,
                due,
                null,
                null,
                null,
                Entered.evidence(audit, "commitment.add", user, scope)));
    }

    private MemoryRecord done(Scope scope, String id) {
        if (memories.find(scope, id).filter(CommitmentCommands::isOpen).isEmpty()) {
            throw missing(id, scope);
        }
        return dealings.close(
                        scope,
                        id,
                        Entered.evidence(audit, "commitment.done", id, scope).get(0))
                .orElseThrow(() -> missing(id, scope));
    }

    private static IllegalArgumentException missing(String id, Scope scope) {
        return new IllegalArgumentException(
                "Cannot find open commitment '" + id + "' in workspace '" + scope.workspaceId() + "'");
    }

    private static Map<String, @Nullable Object> row(MemoryRecord item, Instant now) {
        Instant due = item.attribute("due").map(Instant::parse).orElse(null);
        boolean open = item.attribute("status").orElse("").equals("open");
        return Rows.row(
                "id", item.id(),
                "user", item.scope().id(),
                "status", open ? due != null && due.isBefore(now) ? "overdue" : "open" : "done",
                "due", due,
                "text", item.text());
    }
}
