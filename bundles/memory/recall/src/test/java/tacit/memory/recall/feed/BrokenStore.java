package tacit.memory.recall.feed;

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

/** A store that cannot do anything. */
final class BrokenStore implements MemoryStore {

    private static IllegalStateException broken() {
        return new IllegalStateException("Broken");
    }

    @Override
    public Stored add(MemoryDraft draft) {
        throw broken();
    }

    @Override
    public Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        throw broken();
    }

    @Override
    public MemoryRecord supersede(Scope scope, String id, MemoryDraft draft) {
        throw broken();
    }

    @Override
    public void used(Scope scope, Collection<String> ids) {
        throw broken();
    }

    @Override
    public Optional<MemoryRecord> find(Scope scope, String id) {
        throw broken();
    }

    @Override
    public Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page) {
        throw broken();
    }

    @Override
    public List<MemoryRecord> history(Scope scope, String id) {
        throw broken();
    }

    @Override
    public int delete(Scope scope, Collection<String> ids, boolean withEvidence) {
        throw broken();
    }

    @Override
    public int clear(Scope scope) {
        throw broken();
    }
}
