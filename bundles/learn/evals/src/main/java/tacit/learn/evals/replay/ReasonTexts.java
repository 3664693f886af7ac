package tacit.learn.evals.replay;

import java.util.List;
import tacit.api.store.Database;
import tacit.api.store.Row;
import tacit.api.store.TextRemoval;
import tacit.api.store.TextTombstones;

/** Takes texts out of reasons, which quote answers. Confined to one call. */
final class ReasonTexts {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final TextRemoval removal;

    ReasonTexts(Database database, TextRemoval removal) {
        this.database = database;
        this.removal = removal;
    }

    private record Reason(long sequence, String text) {
        static Reason of(Row row) {
            return new Reason(row.number("sequence"), row.text("reason"));
        }
    }

    /** Takes them out of all reasons of a table; answers how many changed. */
    int take(String table) {
        int changed = 0;
        List<Reason> some = after(table, -1);
        while (!some.isEmpty()) {
            List<Reason> rows = some;
            changed += database.write(session -> rows.stream()
                    .filter(row -> !left(row.text(), removal).equals(row.text()))
                    .mapToInt(row -> session.update(
                            "UPDATE " + table + " SET reason = ? WHERE sequence = ?",
                            left(row.text(), removal),
                            row.sequence()))
                    .sum());
            some = after(table, rows.get(rows.size() - 1).sequence());
        }
        return changed;
    }

    private List<Reason> after(String table, long sequence) {
        return database.read(session -> session.select(
                "SELECT sequence, reason FROM " + table
                        + " WHERE reason IS NOT NULL AND sequence > ? ORDER BY sequence LIMIT ?",
                Reason::of,
                sequence,
                AT_ONCE));
    }

    /** What is left of a text: tombstones for the words, or one for all of it where it holds more of them. */
    static String left(String text, TextRemoval removal) {
        String left = removal.in(text);
        return removal.spoils(left) ? TextTombstones.instead(text) : left;
    }
}
