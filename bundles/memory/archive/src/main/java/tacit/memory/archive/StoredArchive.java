package tacit.memory.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.ArchiveHit;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.ArchiveStats;
import tacit.api.memory.Audience;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Visibility;
import tacit.api.memory.WriteGate;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Scope;

/** The archive as memories of the store. Stateless. */
@Component(property = Role.PROPERTY + "=archive-memory")
@Designate(ocd = StoredArchive.Config.class)
public final class StoredArchive implements ArchiveMemory {

    static final Duration AROUND = Duration.ofMinutes(30);
    static final int MOST_DETAILS = 25;
    static final int WIDEST_WINDOW = 20;

    private static final int MOST_RECENT = 200;
    private static final int MOST_MARKED = 100;
    private static final int CLEARED_AT_ONCE = 200;
    private static final List<Visibility> NOT_PRIVATE = List.of(Visibility.SHARED, Visibility.PUBLIC);

    /** What is made of a capture. */
    @ObjectClassDefinition(name = "Tacit archive")
    public @interface Config {

        @AttributeDefinition(
                name = "Structured observations",
                description = "A capture is taken apart into title, facts, concepts and files at once")
        boolean structured_observations() default true;
    }

    private final MemoryStore store;
    private final Shelf shelf;
    private final StoredSettings settings;
    private final Capturing capturing;
    private final Looking looking;

    @Activate
    public StoredArchive(
            @Reference MemoryStore store,
            @Reference SearchIndex index,
            @Reference WriteGate gate,
            @Reference Clock clock,
            Config config) {
        this.store = store;
        shelf = new Shelf(store, config.structured_observations());
        settings = new StoredSettings(store);
        capturing = new Capturing(shelf, settings, gate, clock);
        looking = new Looking(shelf, index);
    }

    @Override
    public CaptureResult capture(CaptureRequest request) {
        return capturing.capture(request);
    }

    @Override
    public ArchiveSettings settings(String workspaceId) {
        return settings.of(workspaceId);
    }

    @Override
    public ArchiveSettings changeSettings(String workspaceId, ArchiveSettingsChange change) {
        return settings.change(workspaceId, change);
    }

    @Override
    public List<ArchiveHit> search(Scope scope, ArchiveQuery query) {
        List<ArchiveHit> hits = looking.search(scope, query);
        store.used(scope, hits.stream().map(hit -> hit.record().id()).toList());
        return hits;
    }

    @Override
    public List<MemoryRecord> marked(Scope scope, Audience audience, String mark, int limit) {
        int most = within("limit", limit, MOST_MARKED);
        return mark.isBlank()
                ? List.of()
                : open(scope, audience)
                        .filter(record -> record.text().contains(mark))
                        .limit(most)
                        .toList();
    }

    @Override
    public List<MemoryRecord> recent(Scope scope, Audience audience, int limit) {
        return open(scope, audience).limit(within("limit", limit, MOST_RECENT)).toList();
    }

    private Stream<MemoryRecord> open(Scope scope, Audience audience) {
        return shelf.each(scope, MemoryFilter.active(Fields.LAYER).withVisibilities(NOT_PRIVATE))
                .filter(record -> Shelf.isShown(record) && Shelf.isFor(scope, audience, record));
    }

    @Override
    public List<MemoryRecord> byTask(Scope scope, Audience audience, String taskId, int limit) {
        int most = within("limit", limit, MOST_RECENT);
        return shelf.each(scope, MemoryFilter.active(Fields.LAYER).withAttributes(Fields.one(Fields.TASK, taskId)))
                .filter(record -> Shelf.isShown(record) && Shelf.isFor(scope, audience, record))
                .limit(most)
                .toList();
    }

    @Override
    public List<MemoryRecord> timeline(Scope scope, Audience audience, String id, int window) {
        return around(shelf, scope, audience, id, within("window", window, WIDEST_WINDOW));
    }

    static List<MemoryRecord> around(Shelf shelf, Scope scope, Audience audience, String id, int window) {
        return shelf.find(scope, id)
                .filter(anchor -> Shelf.isShown(anchor) && Shelf.isFor(scope, audience, anchor))
                .map(anchor -> around(shelf, scope, audience, anchor, window))
                .orElse(List.of());
    }

    private static List<MemoryRecord> around(
            Shelf shelf, Scope scope, Audience audience, MemoryRecord anchor, int window) {
        Instant at = anchor.createdAt();
        MemoryFilter near = MemoryFilter.active(Fields.LAYER)
                .within(at.minus(AROUND), at.plus(AROUND).plusMillis(1));
        List<MemoryRecord> all = new ArrayList<>(shelf.each(scope, near)
                .filter(record -> Shelf.isShown(record) && Shelf.isFor(scope, audience, record))
                .toList());
        all.sort(Comparator.comparing(MemoryRecord::createdAt).thenComparing(MemoryRecord::id));
        int place = all.stream().map(MemoryRecord::id).toList().indexOf(anchor.id());
        return all.subList(Math.max(0, place - window), Math.min(all.size(), place + window + 1));
    }

    @Override
    public List<MemoryRecord> details(Scope scope, Audience audience, List<String> ids) {
        within("ids", Math.max(1, ids.size()), MOST_DETAILS);
        List<MemoryRecord> found = ids.stream()
                .distinct()
                .flatMap(id -> shelf.find(scope, id).stream())
                .filter(record -> Shelf.isShown(record) && Shelf.isFor(scope, audience, record))
                .toList();
        store.used(scope, found.stream().map(MemoryRecord::id).toList());
        return found;
    }

    @Override
    public ArchiveStats stats(Scope scope) {
        return Counting.of(shelf.eachOwn(scope, MemoryFilter.of(Fields.LAYER)));
    }

    @Override
    public int clear(Scope scope) {
        int cleared = 0;
        List<String> some = toClear(scope);
        while (!some.isEmpty()) {
            int removed = store.delete(scope, some, scope.userId() != null);
            cleared += removed;
            some = removed == 0 ? List.of() : toClear(scope);
        }
        return cleared;
    }

    /** All of a workspace, or of a user what is theirs alone. */
    private List<String> toClear(Scope scope) {
        return shelf.eachOwn(scope, MemoryFilter.of(Fields.LAYER))
                .filter(record -> scope.userId() == null || record.scope().id().equals(scope.userId()))
                .limit(CLEARED_AT_ONCE)
                .map(MemoryRecord::id)
                .toList();
    }

    static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }
}
