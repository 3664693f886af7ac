package tacit.surface.shell;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;

/** The verbs of {@code tacit:memory} that are about the archive. */
@Component(service = ArchiveVerbs.class)
public final class ArchiveVerbs {

    /** For people, in the order of the manual. */
    static final String KNOWN =
            "import FILE, imports [IMPORT-ID], unimport IMPORT-ID [--with-evidence], ignore ID, unignore ID,"
                    + " settings [KEY VALUE], observations";

    private static final String LAYER = "archive";

    private final ArchiveRoles roles;
    private final MemoryStore memories;
    private final ImportVerbs imports;
    private final SettingVerbs settings;
    private final ObservationVerbs observations;

    @Activate
    public ArchiveVerbs(@Reference ArchiveRoles roles, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.roles = roles;
        this.memories = memories;
        imports = new ImportVerbs(roles, audit);
        settings = new SettingVerbs(roles, audit);
        observations = new ObservationVerbs(roles, audit);
    }

    /** What a verb is about; false for a verb that is none of these. */
    boolean run(String verb, Line line) {
        switch (verb) {
            case "import" -> imports.take(line);
            case "imports" -> imports.list(line);
            case "ignore" -> imports.ignore(line, named(line, verb), true);
            case "unignore" -> imports.ignore(line, named(line, verb), false);
            case "settings" -> settings.settings(line);
            case "observations" -> observations(line);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes an import out again. */
    void unimport(Line line, boolean withEvidence) {
        imports.takeBack(line, withEvidence);
    }

    private void observations(Line line) {
        String verb = line.words().isEmpty() ? "search" : line.words().get(0);
        Line rest = line.words().isEmpty() ? line : line.rest();
        switch (verb) {
            case "search" -> observations.search(rest);
            case "show" ->
                observations.show(rest, named(rest, "observations show").id());
            case "timeline" ->
                observations.timeline(rest, named(rest, "observations timeline").id());
            case "update" -> observations.update(rest, named(rest, "observations update"));
            case "redact" -> observations.redact(rest, named(rest, "observations redact"));
            case "suppress" -> observations.suppress(rest, named(rest, "observations suppress"));
            case "backfill" -> observations.backfill(rest);
            default ->
                throw new IllegalArgumentException("memory observations knows search, show, timeline, update, redact,"
                        + " suppress and backfill, got '" + verb + "'");
        }
    }

    /** The newest ones of all, or those of a run. */
    Rows list(Line line, String taskId) {
        int limit = line.page().limit();
        List<MemoryRecord> found = taskId.isEmpty()
                ? roles.archive().recent(line.scope(), line.audience(), limit)
                : roles.archive().byTask(line.scope(), line.audience(), taskId, limit);
        return Rows.of(found, MemoryRows::row);
    }

    private MemoryRecord named(Line line, String verb) {
        if (line.words().isEmpty() || line.words().get(0).startsWith("--")) {
            throw new IllegalArgumentException("A memory must be named: tacit:memory " + verb + " ID");
        }
        String id = line.words().get(0);
        return memories.find(line.scope(), id)
                .filter(memory -> memory.layer().equals(LAYER)
                        && memory.workspaceId().equals(line.scope().workspaceId()))
                .orElseThrow(() -> new IllegalArgumentException("Cannot find memory '" + id
                        + "' in the archive of workspace '" + line.scope().workspaceId() + "'"));
    }
}
