package tacit.pulse.executors;

import java.util.ArrayList;
import java.util.List;
import tacit.api.store.Session;

/** Which ends of work were told to whom. Confined to a session. */
final class Endings {

    /** An end that is still to be told, by its number; -1 for one that was tried before. */
    record Untold(long sequence, String executionId) {}

    private final Session session;

    Endings(Session session) {
        this.session = session;
    }

    boolean add(String executionId) {
        return session.update("INSERT INTO execution_endings (execution_id) VALUES (?)", executionId) == 1;
    }

    /** What was tried before comes first. */
    List<Untold> untold(String listener, int limit) {
        List<Untold> again = session.select(
                "SELECT execution_id FROM execution_untold WHERE listener = ? LIMIT ?",
                row -> new Untold(-1, row.text("execution_id")),
                listener,
                limit);
        List<Untold> all = new ArrayList<>(again);
        all.addAll(session.select(
                "SELECT sequence, execution_id FROM execution_endings WHERE sequence > ? ORDER BY sequence LIMIT ?",
                row -> new Untold(row.number("sequence"), row.text("execution_id")),
                told(listener),
                limit));
        return all;
    }

    private long told(String listener) {
        return session.selectOne(
                        "SELECT told FROM execution_listeners WHERE listener = ?", row -> row.number("told"), listener)
                .orElse(-1L);
    }

    /** It heard it, or is to hear it again. */
    void told(String listener, Untold end, boolean heard) {
        if (end.sequence() >= 0) {
            session.insertAbsent(
                    "execution_listeners", List.of("listener", "told"), List.<Object[]>of(new Object[] {listener, -1L
                    }));
            session.update(
                    "UPDATE execution_listeners SET told = ? WHERE listener = ? AND told < ?",
                    end.sequence(),
                    listener,
                    end.sequence());
        }
        if (!heard) {
            session.insertAbsent(
                    "execution_untold",
                    List.of("listener", "execution_id"),
                    List.<Object[]>of(new Object[] {listener, end.executionId()}));
        } else {
            session.update(
                    "DELETE FROM execution_untold WHERE listener = ? AND execution_id = ?",
                    listener,
                    end.executionId());
        }
    }
}
