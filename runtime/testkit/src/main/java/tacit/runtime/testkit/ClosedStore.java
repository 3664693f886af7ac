package tacit.runtime.testkit;

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

/** A store that takes nothing: it is empty, or it cannot even be read. */
public final class ClosedStore implements MemoryStore {

    private final boolean readable;

    private ClosedStore(boolean readable) {
        this.readable = readable;
    }

    /** One without any memory. */
    public static ClosedStore empty() {
        return new ClosedStore(true);
    }

    /** One that cannot do anything. */
    public static ClosedStore broken() {
        return new ClosedStore(false);
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException("The store is closed");
    }

    private void read() {
        if (!readable) {
            throw refusal();
        }
    }

    @Override
    public Optional<MemoryRecord> find(Scope scope, String id) {
        read();
        return Optional.empty();
    }

    @Override
    public Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page) {
        read();
        return new Page<>(List.of(), page.offset(), 0);
    }

    @Override
    public MemoryStep walk(Scope scope, MemoryFilter filter, @Nullable String from, int most) {
        read();
        return new MemoryStep(List.of(), null);
    }

    @Override
    public List<MemoryRecord> history(Scope scope, String id) {
        throw refusal();
    }

    @Override
    public Stored add(MemoryDraft draft) {
        throw refusal();
    }

    @Override
    public Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        throw refusal();
    }

    @Override
    public MemoryRecord supersede(Scope scope, String id, MemoryDraft draft) {
        throw refusal();
    }

    @Override
    public void used(Scope scope, Collection<String> ids) {
        throw refusal();
    }

    @Override
    public int delete(Scope scope, Collection<String> ids, boolean withEvidence) {
        throw refusal();
    }

    @Override
    public int clear(Scope scope) {
        throw refusal();
    }
}
