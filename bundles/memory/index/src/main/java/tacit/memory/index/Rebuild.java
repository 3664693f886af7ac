package tacit.memory.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Scope;

/** An index that is being built, and what was changed meanwhile: a source may still hand over how that was before. */
final class Rebuild {

    private final Core target;
    private final Set<String> touched = new HashSet<>();
    private final List<Scope> cleared = new ArrayList<>();

    Rebuild(Core target) {
        this.target = target;
    }

    Core target() {
        return target;
    }

    void touch(String key) {
        touched.add(key);
    }

    void clear(Scope scope) {
        cleared.add(scope);
    }

    boolean untouched(SearchDocument document) {
        return !touched.contains(Fields.key(document.workspaceId(), document.id()))
                && cleared.stream().noneMatch(scope -> holds(scope, document));
    }

    private static boolean holds(Scope scope, SearchDocument document) {
        return scope.workspaceId().equals(document.workspaceId())
                && scope.user().map(user -> user.equals(document.userId())).orElse(true);
    }
}
