package tacit.memory.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ArchiveHit;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationBackfill;
import tacit.api.memory.ObservationChange;
import tacit.api.memory.ObservationQuery;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Scope;
import tacit.memory.words.Tokens;

/** Observations as attributes of the memories that they tell of. Stateless. */
@Component(property = Role.PROPERTY + "=archive-observations")
public final class StoredObservations implements ArchiveObservations {

    private static final int MOST_FOUND = 50;
    private static final String REPLACEMENT = "[redacted]";
    private static final String OUT_OF_SIGHT = "Taken out of sight";

    private final MemoryStore store;
    private final Shelf shelf;
    private final Looking looking;
    private final Digests digests;
    private final Backfilling backfilling;

    @Activate
    public StoredObservations(@Reference MemoryStore store, @Reference SearchIndex index) {
        this.store = store;
        shelf = new Shelf(store, true);
        looking = new Looking(shelf, index);
        digests = new Digests(store, shelf);
        backfilling = new Backfilling(shelf);
    }

    @Override
    public List<Observation> search(Scope scope, ObservationQuery query) {
        return candidates(scope, query)
                .filter(record -> isWanted(scope, query, record))
                .skip(query.offset())
                .limit(query.limit())
                .map(Sidecar::read)
                .toList();
    }

    private Stream<MemoryRecord> candidates(Scope scope, ObservationQuery query) {
        if (query.text().isBlank() || query.privacy().contains(ArchivePrivacy.SUPPRESSED)) {
            MemoryFilter filter = MemoryFilter.of(Fields.LAYER).within(query.from(), query.until());
            return shelf.each(scope, query.text().isBlank() ? filter : filter.withText(query.text()));
        }
        ArchiveQuery words = new ArchiveQuery(
                query.audience(), query.text(), query.types(), !query.privacy().isEmpty(), MOST_FOUND);
        return looking.search(scope, words).stream().map(ArchiveHit::record);
    }

    private static boolean isWanted(Scope scope, ObservationQuery query, MemoryRecord record) {
        ArchivePrivacy privacy = Fields.privacy(record);
        boolean open = query.privacy().isEmpty()
                ? Shelf.isShown(record) && !Shelf.isPrivate(record)
                : query.privacy().contains(privacy);
        return open
                && Shelf.isFor(scope, query.audience(), record)
                && (query.types().isEmpty() || query.types().contains(Fields.type(record)))
                && (query.origins().isEmpty() || query.origins().contains(Fields.origin(record)))
                && (query.from() == null || !record.createdAt().isBefore(query.from()))
                && (query.until() == null || record.createdAt().isBefore(query.until()));
    }

    @Override
    public List<Observation> timeline(Scope scope, Audience audience, String memoryId, int window) {
        int most = StoredArchive.within("window", window, StoredArchive.WIDEST_WINDOW);
        return StoredArchive.around(shelf, scope, audience, memoryId, most).stream()
                .map(Sidecar::read)
                .toList();
    }

    @Override
    public List<Observation> details(Scope scope, Audience audience, List<String> memoryIds) {
        StoredArchive.within("memoryIds", Math.max(1, memoryIds.size()), StoredArchive.MOST_DETAILS);
        List<MemoryRecord> found = memoryIds.stream()
                .distinct()
                .flatMap(id -> shelf.find(scope, id).stream())
                .filter(record -> Shelf.isFor(scope, audience, record))
                .toList();
        store.used(scope, found.stream().map(MemoryRecord::id).toList());
        return found.stream().map(Sidecar::read).toList();
    }

    @Override
    public Optional<Observation> update(Scope scope, String memoryId, ObservationChange change) {
        return shelf.own(scope, memoryId).map(record -> {
            MemoryRecord changed =
                    shelf.change(record, privacy(record, change.privacy()).withAttributes(parts(record, change)));
            if (change.privacy() != null && change.privacy() != ArchivePrivacy.NORMAL) {
                // A summary may have been made since the record was read.
                digests.forget(changed);
            }
            return Sidecar.read(changed);
        });
    }

    private static MemoryChange privacy(MemoryRecord record, @Nullable ArchivePrivacy privacy) {
        if (privacy == null) {
            return MemoryChange.NONE;
        }
        boolean normal = privacy == ArchivePrivacy.NORMAL;
        MemoryChange seen = MemoryChange.NONE.withVisibility(normal ? Visibility.SHARED : Visibility.PRIVATE);
        if (privacy == ArchivePrivacy.SUPPRESSED) {
            return record.state() == MemoryState.ACTIVE ? seen.withState(MemoryState.ARCHIVED) : seen;
        }
        return isHiddenOnly(record) ? seen.withState(MemoryState.ACTIVE) : seen;
    }

    /** Whether it would hold, had nobody taken it out of sight. */
    private static boolean isHiddenOnly(MemoryRecord record) {
        return Fields.privacy(record) == ArchivePrivacy.SUPPRESSED
                && record.state() == MemoryState.ARCHIVED
                && record.attribute(Fields.ASIDE).orElse("").isEmpty();
    }

    private static SortedMap<String, String> parts(MemoryRecord record, ObservationChange change) {
        SortedMap<String, String> parts = new TreeMap<>();
        if (!Sidecar.has(record)) {
            parts.putAll(Sidecar.of(record, Sidecar.MANUAL, Sidecar.CAPTURED));
        }
        parts.put(Sidecar.BY, Sidecar.MANUAL);
        put(parts, Sidecar.TITLE, change.title());
        put(parts, Sidecar.SUBTITLE, change.subtitle());
        put(parts, Sidecar.NARRATIVE, change.narrative());
        put(parts, Sidecar.FACTS, lines(change.facts()));
        put(parts, Sidecar.CONCEPTS, lines(change.concepts()));
        put(parts, Sidecar.READ, lines(change.filesRead()));
        put(parts, Sidecar.MODIFIED, lines(change.filesModified()));
        put(
                parts,
                Fields.PRIVACY,
                change.privacy() == null ? null : change.privacy().word());
        return parts;
    }

    private static @Nullable String lines(@Nullable List<String> entries) {
        return entries == null ? null : Texts.lines(entries);
    }

    private static void put(SortedMap<String, String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    /** The new memory is there before the old one goes, which is evidence of nothing but that it was. */
    @Override
    public Optional<Observation> redact(Scope scope, String memoryId, @Nullable String replacement) {
        String words = replacement == null ? REPLACEMENT : replacement.strip();
        StoredArchive.within("replacement length", words.length(), LONGEST_REPLACEMENT);
        return shelf.own(scope, memoryId).map(record -> {
            if (record.text().equals(words)) {
                return Sidecar.read(record);
            }
            refuseTheSameWords(record, words);
            List<Evidence> evidence = new ArrayList<>(record.evidence());
            evidence.add(Evidence.of(Evidence.Kind.MEMORY, record.id()));
            Entry entry = new Entry(
                    record.workspaceId(),
                    record.scope(),
                    record.attribute(Fields.TASK).orElse(null),
                    Fields.type(record),
                    words,
                    Tokens.of(words),
                    ArchivePrivacy.REDACTED,
                    record.lane(),
                    evidence,
                    Fields.origin(record),
                    null,
                    record.attribute(Fields.IMPORT).orElse(null));
            MemoryRecord instead = shelf.put(entry, null).record();
            store.delete(scope, List.of(record.id()), true);
            digests.forget(record);
            return Sidecar.read(instead);
        });
    }

    private static void refuseTheSameWords(MemoryRecord record, String words) {
        String gone = Texts.normal(record.text());
        if (!gone.isEmpty() && Texts.normal(words).contains(gone)) {
            throw new IllegalArgumentException(
                    "replacement must not hold the words that it replaces, those of memory '" + record.id() + "'");
        }
    }

    @Override
    public boolean suppress(Scope scope, String memoryId) {
        ObservationChange hidden = new ObservationChange(
                OUT_OF_SIGHT, null, OUT_OF_SIGHT, null, null, null, null, ArchivePrivacy.SUPPRESSED);
        return update(scope, memoryId, hidden).isPresent();
    }

    @Override
    public ObservationBackfill backfill(Scope scope, boolean all) {
        return backfilling.run(scope, all);
    }

    @Override
    public ObservationBackfill backfillStatus(Scope scope) {
        return backfilling.status(scope);
    }
}
