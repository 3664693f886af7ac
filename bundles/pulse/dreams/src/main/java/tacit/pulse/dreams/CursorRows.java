package tacit.pulse.dreams;

import java.util.Collections;
import java.util.List;
import tacit.api.store.Session;

/** The rows that say up to where a list was looked at. Confined to one transaction. */
final class CursorRows {

    private final Session session;

    CursorRows(Session session) {
        this.session = session;
    }

    /** The last one that was looked at; empty before the first look. */
    String last(String name) {
        return session.selectOne(
                        "SELECT last_id FROM dreaming_cursors WHERE name = ?", row -> row.text("last_id"), name)
                .orElse("");
    }

    void move(String name, String id) {
        Object[] row = {name, id};
        if (!session.insertAbsent("dreaming_cursors", List.of("name", "last_id"), Collections.singletonList(row))[0]) {
            session.update("UPDATE dreaming_cursors SET last_id = ? WHERE name = ?", id, name);
        }
    }
}
