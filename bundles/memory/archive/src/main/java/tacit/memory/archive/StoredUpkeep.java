package tacit.memory.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveTiers;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.KeptImport;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.WriteGate;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Keeps the archive in order when asked. Stateless. */
@Component(property = Role.PROPERTY + "=archive-upkeep")
@Designate(ocd = StoredUpkeep.Config.class)
public final class StoredUpkeep implements ArchiveUpkeep {

    private static final int LONGEST_UNDO = 365;

    /** How long what goes can be taken back. */
    @ObjectClassDefinition(name = "Tacit archive upkeep")
    public @interface Config {

        @AttributeDefinition(
                name = "Days to undo",
                description = "For so many days what retention put aside can be taken back, from 1 to 365",
                min = "1",
                max = "365")
        int undo_days() default 7;

        @AttributeDefinition(
                name = "Structured observations",
                description =
                        "What is imported or summed up is taken apart into title, facts, concepts and files at once")
        boolean structured_observations() default true;
    }

    private final Clock clock;
    private final StoredSettings settings;
    private final Tiering tiering;
    private final Retention retention;
    private final Digests digests;
    private final Importing importing;
    private final Imports imports;

    @Activate
    public StoredUpkeep(
            @Reference MemoryStore store, @Reference WriteGate gate, @Reference Clock clock, Config config) {
        Duration undo = Duration.ofDays(StoredArchive.within("undoDays", config.undo_days(), LONGEST_UNDO));
        this.clock = clock;
        Shelf shelf = new Shelf(store, config.structured_observations());
        settings = new StoredSettings(store);
        tiering = new Tiering(store, shelf);
        retention = new Retention(store, shelf, undo);
        digests = new Digests(store, shelf);
        importing = new Importing(shelf, new Capturing(shelf, settings, gate, clock), settings);
        imports = new Imports(store, shelf);
    }

    @Override
    public ArchiveTiers tiers(Scope scope) {
        return tiering.pass(scope, clock.instant());
    }

    @Override
    public RetentionPlan previewRetention(Scope scope) {
        return retention.plan(scope, settings.of(scope.workspaceId()), clock.instant());
    }

    @Override
    public RetentionPlan applyRetention(Scope scope) {
        return retention.apply(scope, settings.of(scope.workspaceId()), clock.instant());
    }

    @Override
    public int undoRetention(Scope scope, List<String> ids) {
        return retention.undo(scope, ids, clock.instant());
    }

    @Override
    public List<MemoryRecord> digest(Scope scope) {
        return settings.of(scope.workspaceId()).compression() ? digests.pass(scope) : List.of();
    }

    @Override
    public ArchiveImported importText(ArchiveImport request) {
        return importing.run(request, PastedText.items(request.text()), PastedText.MOST);
    }

    @Override
    public ArchiveImported importChats(ArchiveImport request) {
        return importing.run(request, ChatExport.items(request.text()), ChatExport.MOST);
    }

    @Override
    public Page<KeptImport> imports(Scope scope, PageRequest page) {
        return imports.list(scope, page);
    }

    @Override
    public Optional<KeptImport> findImport(Scope scope, String importId) {
        return imports.find(scope, importId);
    }

    @Override
    public Page<MemoryRecord> imported(Scope scope, String importId, PageRequest page) {
        return imports.brought(scope, importId, page);
    }

    @Override
    public boolean ignoreImported(Scope scope, String id, boolean ignored) {
        return imports.ignore(scope, id, ignored);
    }

    @Override
    public int deleteImport(Scope scope, String importId, boolean withEvidence) {
        return imports.delete(scope, importId, withEvidence);
    }
}
