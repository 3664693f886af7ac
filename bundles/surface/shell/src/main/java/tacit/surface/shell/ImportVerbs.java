package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.memory.ArchiveFormat;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.Evidence;
import tacit.api.memory.KeptImport;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;

/** Takes memories of another assistant in, lists them, keeps them from prompts and takes them out again. */
final class ImportVerbs {

    private static final String FORMAT = "--format";
    private static final String PROVIDER = "--provider";
    private static final String SHARED = "--shared";
    private static final String EVERYWHERE = "--everywhere";

    private final ArchiveRoles roles;
    private final AuditLog audit;

    ImportVerbs(ArchiveRoles roles, AuditLog audit) {
        this.roles = roles;
        this.audit = audit;
    }

    /** Whatever is wrong with the file is said before the log and the archive know of it. */
    void take(Line line) {
        Options options = Options.of(line.words(), Set.of(FORMAT, PROVIDER), Set.of(SHARED, EVERYWHERE));
        String file = options.only("import FILE");
        refuseOff(line.scope());
        ArchiveImport wanted =
                wanted(line.scope(), options, ImportFile.read(line.directory().resolve(file)));
        ArchiveFormat format = options.value(FORMAT)
                .map(word -> Words.required(ArchiveFormat.class, word))
                .orElseGet(() -> ArchiveFormat.of(wanted.text()));
        Map<String, String> details = Map.of(
                "workspace", line.scope().workspaceId(),
                "user", line.scope().user().orElse(""),
                "format", format.word());
        long entry = audit.write(Words.OPERATOR, "memory.import", line.scope().workspaceId(), details)
                .sequence();
        ArchiveImport said = wanted.withEvidence(List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry))));
        ArchiveImported imported = format == ArchiveFormat.CHATGPT
                ? roles.upkeep().importChats(said)
                : roles.upkeep().importText(said);
        line.answer(row(format, wanted, imported));
    }

    private void refuseOff(Scope scope) {
        ArchiveSettings settings = roles.archive().settings(scope.workspaceId());
        if (!settings.enabled() || settings.privacy() == ArchiveSettings.Privacy.DISABLED) {
            throw new IllegalStateException("Cannot import: the archive of the workspace is off");
        }
    }

    private static ArchiveImport wanted(Scope scope, Options options, String text) {
        return new ArchiveImport(
                scope.workspaceId(),
                scope.userId(),
                options.value(PROVIDER).orElse(""),
                text,
                !options.has(SHARED),
                options.has(EVERYWHERE),
                List.of());
    }

    private static Map<String, @Nullable Object> row(
            ArchiveFormat format, ArchiveImport wanted, ArchiveImported imported) {
        if (imported.importId() == null) {
            throw new IllegalArgumentException("Nothing was imported: " + String.join("; ", imported.errors()));
        }
        Map<String, @Nullable Object> row = Rows.row(
                "import", imported.importId(),
                "read as", format.word(),
                "belongs to", wanted.userId() == null ? "nobody" : wanted.userId(),
                "in prompts", wanted.privately() ? "no, it is private" : "yes",
                "entries found", imported.found(),
                "memories", imported.created(),
                "waiting for approval", imported.staged(),
                "known before", imported.duplicates(),
                "past the most", imported.truncated());
        for (int i = 0; i < imported.errors().size(); i++) {
            row.put("error " + (i + 1), imported.errors().get(i));
        }
        return row;
    }

    /** All imports, or what one of them brought. */
    void list(Line line) {
        if (line.words().isEmpty()) {
            line.answer(Rows.of(roles.upkeep().imports(line.scope(), line.page()), ImportVerbs::row));
            return;
        }
        String id = found(line, "imports ID").id();
        line.answer(Rows.of(roles.upkeep().imported(line.scope(), id, line.page()), ImportVerbs::row));
    }

    private static Map<String, @Nullable Object> row(KeptImport kept) {
        return Rows.row(
                "id", kept.id(),
                "since", kept.at(),
                "belongs to", kept.userId() == null ? "nobody" : kept.userId(),
                "private", kept.privately() ? "yes" : "no",
                "memories", kept.memories(),
                "ignored", kept.ignored(),
                "title", kept.title());
    }

    private static Map<String, @Nullable Object> row(MemoryRecord memory) {
        return Rows.row(
                "id", memory.id(),
                "state", memory.state(),
                "visibility", memory.visibility(),
                "ignored", memory.attribute(ArchiveUpkeep.IGNORED).isPresent() ? "yes" : "no",
                "text", memory.text());
    }

    void takeBack(Line line, boolean withEvidence) {
        String id = found(line, "unimport IMPORT-ID [--with-evidence]").id();
        audit.write(
                Words.OPERATOR,
                "memory.import.delete",
                id,
                Map.of(
                        "workspace", line.scope().workspaceId(),
                        "with.evidence", String.valueOf(withEvidence)));
        line.answer(Rows.row(
                "removed",
                roles.upkeep().deleteImport(line.scope(), id, withEvidence),
                "files",
                "hold old bytes until tacit:memory purge"));
    }

    private KeptImport found(Line line, String usage) {
        String id = Options.of(line.words(), Set.of(), Set.of()).only(usage);
        return roles.upkeep()
                .findImport(line.scope(), id)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find import '" + id + "' in workspace '"
                        + line.scope().workspaceId() + "'"));
    }

    /** Keeps one imported memory from prompts, or lets it in again. */
    void ignore(Line line, MemoryRecord memory, boolean ignored) {
        if (memory.attribute(ArchiveUpkeep.IMPORT).isEmpty()) {
            throw new IllegalArgumentException(
                    "Memory '" + memory.id() + "' was not imported: see tacit:memory imports");
        }
        audit.write(
                Words.OPERATOR,
                ignored ? "memory.import.ignore" : "memory.import.unignore",
                memory.id(),
                Map.of("workspace", line.scope().workspaceId()));
        boolean done = roles.upkeep().ignoreImported(line.scope(), memory.id(), ignored);
        line.answer(Rows.row("memory", memory.id(), "ignored", done == ignored ? "yes" : "no"));
    }
}
