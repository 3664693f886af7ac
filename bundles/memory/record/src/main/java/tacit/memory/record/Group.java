package tacit.memory.record;

import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.Row;

/** What memories have in common that are counted together. Immutable. */
record Group(
        String workspaceId, String layer, String kind, MemoryScope scope, MemoryState state, Visibility visibility) {

    static Group of(MemoryRecord memory) {
        return new Group(
                memory.workspaceId(),
                memory.layer(),
                memory.kind(),
                memory.scope(),
                memory.state(),
                memory.visibility());
    }

    static Group of(Row row) {
        return new Group(
                row.text("workspace_id"),
                row.text("layer"),
                row.text("kind"),
                new MemoryScope(Reach.valueOf(row.text("reach")), row.text("scope_id")),
                MemoryState.valueOf(row.text("state")),
                Visibility.valueOf(row.text("visibility")));
    }

    /** The user whose memories these are; empty for nobody's. */
    String owner() {
        return scope.reach() == Reach.USER ? scope.id() : "";
    }

    String digest() {
        return Digests.brief(
                "group", workspaceId, layer, kind, scope.reach().name(), scope.id(), state.name(), visibility.name());
    }
}
