package tacit.memory.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ArchiveHit;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Scope;

/** Offers what was captured last, and what the task means; nothing private. Whether any of it is shown is decided by the layers. */
@Component(property = Role.PROPERTY + "=memory-source/archive")
public final class ArchiveFragments implements MemorySource {

    private static final int RECENT = 4;
    private static final int RELEVANT = 7;
    private static final int LOOKED_AT = 12;

    /** A prompt does not wait for what lies behind so many that are not for it. */
    private static final int MOST_LOOKED_AT = 96;

    private static final int SHORTEST_TASK = 10;
    private static final double OF_RECENT = 0.50;
    private static final double OF_RELEVANT = 0.60;

    private final Shelf shelf;
    private final Looking looking;

    @Activate
    public ArchiveFragments(@Reference MemoryStore store, @Reference SearchIndex index) {
        shelf = new Shelf(store, true);
        looking = new Looking(shelf, index);
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        Scope scope = new Scope(request.workspaceId(), request.audience().userId());
        Map<String, ContextFragment> fragments = new LinkedHashMap<>();
        relevant(scope, request).forEach(record -> fragments.put(record.id(), fragment(record, OF_RELEVANT)));
        recent(scope, request).forEach(record -> fragments.putIfAbsent(record.id(), fragment(record, OF_RECENT)));
        return fragments.values().stream().limit(request.most()).toList();
    }

    private List<MemoryRecord> relevant(Scope scope, ContextRequest request) {
        if (request.task().strip().length() <= SHORTEST_TASK) {
            return List.of();
        }
        ArchiveQuery query = new ArchiveQuery(request.audience(), request.task(), List.of(), false, LOOKED_AT);
        return looking.glance(scope, query).stream()
                .map(ArchiveHit::record)
                .filter(Fields::mayBeRecalled)
                .limit(RELEVANT)
                .toList();
    }

    private List<MemoryRecord> recent(Scope scope, ContextRequest request) {
        MemoryFilter open =
                MemoryFilter.active(Fields.LAYER).withVisibilities(List.of(Visibility.SHARED, Visibility.PUBLIC));
        return shelf.each(
                        scope,
                        request.audience().userId() == null ? open.withScope(MemoryScope.WORKSPACE) : open,
                        LOOKED_AT)
                .limit(MOST_LOOKED_AT)
                .filter(record -> Fields.mayBeRecalled(record) && Shelf.isFor(scope, request.audience(), record))
                .limit(RECENT)
                .toList();
    }

    private ContextFragment fragment(MemoryRecord record, double relevance) {
        return new ContextFragment(
                "archive:" + record.id(),
                name(),
                "archive",
                "[" + record.kind() + "] " + Fields.snippet(record),
                record.lane(),
                record.visibility(),
                relevance,
                record.confidence(),
                record.createdAt(),
                List.of(record.id()));
    }
}
