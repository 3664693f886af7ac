package tacit.memory.durable;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** A real store that counts what it is asked. */
final class CountingStore implements MemoryStore {

    private final MemoryStore store;
    int writes;
    int reads;

    CountingStore(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Stored add(MemoryDraft draft) {
        writes++;
        return store.add(draft);
    }

    @Override
    public Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        writes++;
        return store.change(scope, id, change);
    }

    @Override
    public MemoryRecord supersede(Scope scope, String id, MemoryDraft draft) {
        writes++;
        return store.supersede(scope, id, draft);
    }

    @Override
    public void used(Scope scope, Collection<String> ids) {
        writes++;
        store.used(scope, ids);
    }

    @Override
    public Optional<MemoryRecord> find(Scope scope, String id) {
        reads++;
        return store.find(scope, id);
    }

    @Override
    public Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page) {
        Page<MemoryRecord> answer = store.list(scope, filter, page);
        reads += 1 + answer.rows().size();
        return answer;
    }

    @Override
    public MemoryStep walk(Scope scope, MemoryFilter filter, @Nullable String from, int most) {
        MemoryStep step = store.walk(scope, filter, from, most);
        reads += 1 + step.rows().size();
        return step;
    }

    @Override
    public List<MemoryRecord> history(Scope scope, String id) {
        reads++;
        return store.history(scope, id);
    }

    @Override
    public int delete(Scope scope, Collection<String> ids, boolean withEvidence) {
        writes += ids.size();
        return store.delete(scope, ids, withEvidence);
    }

    @Override
    public int clear(Scope scope) {
        writes++;
        return store.clear(scope);
    }
}
