package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Holds {@code m1} and {@code everywhere}, which all workspaces see, of the default workspace, and writes down what is deleted. */
final class FakeMemories implements MemoryStore {

    final List<String> deleted = new ArrayList<>();

    @Nullable
    RuntimeException refusal;

    private static MemoryRecord memory() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        return new MemoryRecord(
                "m1",
                Scope.DEFAULT_WORKSPACE,
                "profile",
                "preference",
                "nora",
                "Likes tea",
                MemoryScope.ofUser("nora"),
                Visibility.PRIVATE,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                0.9,
                null,
                null,
                MemoryState.ACTIVE,
                null,
                2,
                null,
                now,
                now,
                now,
                new TreeMap<>());
    }

    @Override
    public Optional<MemoryRecord> find(Scope scope, String id) {
        if (id.equals("everywhere")) {
            return Optional.of(memory());
        }
        return scope.workspaceId().equals(Scope.DEFAULT_WORKSPACE) && id.equals("m1")
                ? Optional.of(memory())
                : Optional.empty();
    }

    @Override
    public Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page) {
        boolean wanted = (filter.layer() == null || filter.layer().equals("profile"))
                && (filter.state() == null || filter.state() == MemoryState.ACTIVE)
                && (filter.kinds().isEmpty() || filter.kinds().contains("preference"));
        return new Page<>(wanted ? List.of(memory()) : List.of(), 0, wanted ? 1 : 0);
    }

    @Override
    public MemoryStep walk(Scope scope, MemoryFilter filter, @Nullable String from, int most) {
        return new MemoryStep(list(scope, filter, PageRequest.first(most)).rows(), null);
    }

    @Override
    public List<MemoryRecord> history(Scope scope, String id) {
        return List.of(memory());
    }

    @Override
    public int delete(Scope scope, Collection<String> ids, boolean withEvidence) {
        if (refusal != null) {
            throw refusal;
        }
        deleted.add(ids + " " + withEvidence);
        return ids.size();
    }

    @Override
    public int clear(Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stored add(MemoryDraft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MemoryRecord supersede(Scope scope, String id, MemoryDraft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void used(Scope scope, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }
}
