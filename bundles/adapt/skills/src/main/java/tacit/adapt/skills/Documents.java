package tacit.adapt.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/**
 * The documents that skills are kept in. What is not one user's own is found by whoever asks for the workspace only.
 *
 * @param store where they lie
 */
record Documents(StateStore store) {

    private static final int ATTEMPTS = 20;
    private static final int AT_ONCE = 1000;

    Optional<StateDocument> find(Scope owner, String kind, String key) {
        return store.find(owner, kind, key);
    }

    /** The newest ones of exactly that owner. */
    List<StateDocument> own(Scope owner, String kind, int limit) {
        List<StateDocument> own = new ArrayList<>();
        StateFilter filter = StateFilter.of(kind);
        List<StateDocument> some = store.list(owner, filter, AT_ONCE);
        while (!some.isEmpty() && own.size() < limit) {
            some.stream().filter(one -> isOf(one, owner)).forEach(own::add);
            some = some.size() < AT_ONCE
                    ? List.of()
                    : store.list(
                            owner, filter.readingOn(some.get(some.size() - 1).sequence()), AT_ONCE);
        }
        return own.size() > limit ? own.subList(0, limit) : own;
    }

    /** Those of everybody in a workspace. */
    List<StateDocument> everybodys(String workspaceId, String kind) {
        List<StateDocument> all = new ArrayList<>();
        Scope workspace = Scope.ofWorkspace(workspaceId);
        List<StateDocument> some = store.list(workspace, StateFilter.of(kind), AT_ONCE);
        while (!some.isEmpty()) {
            all.addAll(some);
            StateFilter rest =
                    StateFilter.of(kind).readingOn(some.get(some.size() - 1).sequence());
            some = some.size() < AT_ONCE ? List.of() : store.list(workspace, rest, AT_ONCE);
        }
        return all;
    }

    static Scope owner(StateDocument document) {
        return new Scope(document.workspaceId(), document.userId());
    }

    private static boolean isOf(StateDocument document, Scope owner) {
        return owner.userId() == null
                ? document.userId() == null
                : owner.userId().equals(document.userId());
    }

    /** Stores a document where there is none; empty when there is one. */
    Optional<StateDocument> add(Scope owner, String kind, String key, String content) {
        return store.put(owner, kind, key, 0, content, List.of());
    }

    /**
     * Changes a document, again when somebody was quicker.
     *
     * @param change of the content, null where there is no document; answers null to leave it as it is
     * @return as it is stored now; empty when it was left as it is
     */
    Optional<StateDocument> change(
            Scope owner, String kind, String key, Function<@Nullable String, @Nullable String> change) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<StateDocument> there = store.find(owner, kind, key);
            String content = change.apply(there.map(StateDocument::content).orElse(null));
            if (content == null) {
                return Optional.empty();
            }
            long version = there.map(StateDocument::version).orElse(0L);
            Optional<StateDocument> changed = store.put(owner, kind, key, version, content, List.of());
            if (changed.isPresent()) {
                return changed;
            }
        }
        throw new IllegalStateException("Cannot change document '" + key + "' of kind " + kind + ": it keeps changing");
    }

    boolean remove(Scope owner, String kind, String key) {
        return store.remove(owner, kind, key);
    }
}
