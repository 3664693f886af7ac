package tacit.memory.archive;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.KeptImport;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Finds imports again, keeps what they brought from prompts, and removes it. Stateless. */
final class Imports {

    private static final int AT_ONCE = 200;
    private static final String YES = "true";

    private final MemoryStore store;
    private final Shelf shelf;

    Imports(MemoryStore store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    Page<KeptImport> list(Scope scope, PageRequest page) {
        MemoryFilter headers = MemoryFilter.of(Fields.LAYER)
                .withKinds(List.of(ArchiveType.IMPORT.word()))
                .withAttributes(Fields.one(Fields.ORIGIN, ArchiveOrigin.IMPORT.word()));
        Page<MemoryRecord> found = store.list(scope, headers, page);
        return new Page<>(
                found.rows().stream().map(header -> kept(scope, header)).toList(), found.offset(), found.total());
    }

    Optional<KeptImport> find(Scope scope, String importId) {
        return header(scope, importId).map(header -> kept(scope, header));
    }

    Page<MemoryRecord> brought(Scope scope, String importId, PageRequest page) {
        return header(scope, importId).isPresent()
                ? store.list(scope, brought(importId), page)
                : new Page<>(List.of(), page.offset(), 0);
    }

    boolean ignore(Scope scope, String id, boolean ignored) {
        Optional<MemoryRecord> imported =
                shelf.own(scope, id).filter(record -> record.attributes().containsKey(Fields.IMPORT));
        imported.ifPresent(record ->
                shelf.change(record, MemoryChange.NONE.withAttributes(Fields.one(Fields.IGNORED, ignored ? YES : ""))));
        return imported.isPresent();
    }

    /** What stands for the import goes last, so that one that was cut off can be deleted again. */
    int delete(Scope scope, String importId, boolean withEvidence) {
        if (header(scope, importId).isEmpty()) {
            return 0;
        }
        List<String> ids =
                shelf.eachOwn(scope, brought(importId)).map(MemoryRecord::id).toList();
        int removed = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            removed += store.delete(scope, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), withEvidence);
        }
        return removed + store.delete(scope, List.of(importId), withEvidence);
    }

    /** Whoever remembers something of the kind is no import: it comes from there. */
    private Optional<MemoryRecord> header(Scope scope, String importId) {
        return shelf.own(scope, importId)
                .filter(record ->
                        Fields.type(record) == ArchiveType.IMPORT && Fields.origin(record) == ArchiveOrigin.IMPORT);
    }

    private static MemoryFilter brought(String importId) {
        return MemoryFilter.of(Fields.LAYER).withAttributes(Fields.one(Fields.IMPORT, importId));
    }

    private KeptImport kept(Scope scope, MemoryRecord header) {
        MemoryFilter brought = brought(header.id());
        SortedMap<String, String> ignored = new TreeMap<>(brought.attributes());
        ignored.put(Fields.IGNORED, YES);
        return new KeptImport(
                header.id(),
                header.text(),
                header.scope().reach() == Reach.USER ? header.scope().id() : null,
                Shelf.isPrivate(header),
                count(scope, brought),
                count(scope, brought.withAttributes(ignored)),
                header.createdAt());
    }

    private long count(Scope scope, MemoryFilter filter) {
        return store.list(scope, filter, PageRequest.first(1)).total();
    }
}
