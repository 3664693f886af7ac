package tacit.memory.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import tacit.api.memory.ArchiveType;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.WriteGate;
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

    private final MemoryStore store;
    private final Clock clock;
    private final Shelf shelf;
    private final StoredSettings settings;
    private final Tiering tiering;
    private final Retention retention;
    private final Digests digests;
    private final Importing importing;

    @Activate
    public StoredUpkeep(
            @Reference MemoryStore store, @Reference WriteGate gate, @Reference Clock clock, Config config) {
        Duration undo = Duration.ofDays(StoredArchive.within("undoDays", config.undo_days(), LONGEST_UNDO));
        this.store = store;
        this.clock = clock;
        shelf = new Shelf(store, config.structured_observations());
        settings = new StoredSettings(store);
        tiering = new Tiering(store, shelf);
        retention = new Retention(store, shelf, undo);
        digests = new Digests(store, shelf);
        importing = new Importing(shelf, new Capturing(shelf, settings, gate, clock), settings);
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
    public boolean ignoreImported(Scope scope, String id, boolean ignored) {
        Optional<MemoryRecord> imported =
                shelf.own(scope, id).filter(record -> record.attributes().containsKey(Fields.IMPORT));
        imported.ifPresent(record -> shelf.change(
                record, MemoryChange.NONE.withAttributes(Fields.one(Fields.IGNORED, ignored ? "true" : ""))));
        return imported.isPresent();
    }

    @Override
    public int deleteImport(Scope scope, String importId) {
        Optional<MemoryRecord> header =
                shelf.own(scope, importId).filter(record -> Fields.type(record) == ArchiveType.IMPORT);
        if (header.isEmpty()) {
            return 0;
        }
        MemoryFilter entries = MemoryFilter.of(Fields.LAYER).withAttributes(Fields.one(Fields.IMPORT, importId));
        List<String> ids = Stream.concat(shelf.eachOwn(scope, entries).map(MemoryRecord::id), Stream.of(importId))
                .toList();
        return store.delete(scope, ids, false);
    }
}
