package tacit.memory.transcripts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** A store without any memory. */
final class EmptyStore implements MemoryStore {

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("Nothing is written here");
    }

    @Override
    public Stored add(MemoryDraft draft) {
        throw readOnly();
    }

    @Override
    public Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        throw readOnly();
    }

    @Override
    public MemoryRecord supersede(Scope scope, String id, MemoryDraft draft) {
        throw readOnly();
    }

    @Override
    public void used(Scope scope, Collection<String> ids) {
        throw readOnly();
    }

    @Override
    public Optional<MemoryRecord> find(Scope scope, String id) {
        return Optional.empty();
    }

    @Override
    public Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }

    @Override
    public List<MemoryRecord> history(Scope scope, String id) {
        throw readOnly();
    }

    @Override
    public int delete(Scope scope, Collection<String> ids, boolean withEvidence) {
        throw readOnly();
    }

    @Override
    public int clear(Scope scope) {
        throw readOnly();
    }
}
