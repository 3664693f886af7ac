package tacit.memory.record;

import tacit.api.memory.Reach;
import tacit.api.store.Session;

/** Looks for the memories that name an import. Confined to one transaction. */
final class Imports {

    private final Session session;

    Imports(Session session) {
        this.session = session;
    }

    boolean holds(String workspaceId, String importId) {
        return !session.select(
                        "SELECT m.memory_no FROM memory_attributes a JOIN memories m ON m.memory_no = a.memory_no"
                                + " WHERE a.attribute_digest = ? AND m.kind = 'import' LIMIT 1",
                        row -> row.number("memory_no"),
                        Digests.attribute(workspaceId, Reach.WORKSPACE, "import.id", importId))
                .isEmpty();
    }
}
