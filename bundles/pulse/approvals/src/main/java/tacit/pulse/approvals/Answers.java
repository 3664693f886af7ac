package tacit.pulse.approvals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** Who was told of which answers. Confined to one transaction. */
final class Answers {

    private final Session session;

    Answers(Session session) {
        this.session = session;
    }

    /** An answer that a listener has not taken; one that is told again has no place in the order. */
    record Untold(long sequence, String entryId) {

        boolean again() {
            return sequence < 0;
        }
    }

    /** What was tried before comes first. */
    List<Untold> untold(String listener, int limit) {
        List<Untold> all = new ArrayList<>(session.select(
                "SELECT entry_id FROM approval_untold WHERE listener = ? LIMIT ?",
                row -> new Untold(-1, row.text("entry_id")),
                listener,
                limit));
        all.addAll(session.select(
                "SELECT sequence, entry_id FROM approval_answers WHERE sequence > ? ORDER BY sequence LIMIT ?",
                row -> new Untold(row.number("sequence"), row.text("entry_id")),
                told(listener),
                limit));
        return all;
    }

    private long told(String listener) {
        return session.selectOne(
                        "SELECT told FROM approval_listeners WHERE listener = ?", row -> row.number("told"), listener)
                .orElse(-1L);
    }

    /** It took it, or is to be told again. */
    void told(String listener, Untold answer, boolean taken) {
        if (!answer.again()) {
            insert("approval_listeners", List.of("listener", "told"), listener, -1L);
            session.update(
                    "UPDATE approval_listeners SET told = ? WHERE listener = ? AND told < ?",
                    answer.sequence(),
                    listener,
                    answer.sequence());
        }
        if (taken) {
            session.update(
                    "DELETE FROM approval_untold WHERE listener = ? AND entry_id = ?", listener, answer.entryId());
        } else {
            insert("approval_untold", List.of("listener", "entry_id"), listener, answer.entryId());
        }
    }

    private void insert(String table, List<String> columns, @Nullable Object... row) {
        session.insertAbsent(table, columns, Collections.singletonList(row));
    }
}
