package tacit.evidence.decisions;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.DecisionLog;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTombstones;

/**
 * Takes texts back from recorded decisions; what still waits to be written is not reached. A decision names no workspace and no
 * user, so words go from the decisions of all, and those that name a user go as a whole. Thread-safe.
 */
@Component
public final class DecisionTexts implements EvidenceTexts {

    private static final int AT_ONCE = 100;

    private final Database database;

    /** The log is asked for, so that its tables are there. */
    @Activate
    public DecisionTexts(@Reference Database database, @Reference DecisionLog log) {
        this.database = database;
    }

    /** The texts of one decision. */
    private record Texts(long number, String inputs, String inner, String output) {

        static Texts of(Row row) {
            return new Texts(
                    row.number("decision_no"), row.text("inputs"), row.text("inner_calls"), row.text("output"));
        }

        Texts without(TextTombstones words) {
            return new Texts(number, words.in(inputs), words.in(inner), words.in(output));
        }

        boolean holds(String words) {
            return inputs.contains(words) || inner.contains(words) || output.contains(words);
        }
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        TextTombstones words = TextTombstones.of(texts);
        return words.isEmpty() ? 0 : each((session, before) -> replace(session, before, before.without(words)));
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        return each((session, before) -> before.holds('"' + user + '"') ? remove(session, before.number()) : 0);
    }

    private interface Change {
        int make(Session session, Texts before);
    }

    private int each(Change change) {
        int changed = 0;
        List<Texts> some = after(-1);
        while (!some.isEmpty()) {
            List<Texts> rows = some;
            changed += database.write(session ->
                    rows.stream().mapToInt(row -> change.make(session, row)).sum());
            some = after(rows.get(rows.size() - 1).number());
        }
        return changed;
    }

    private List<Texts> after(long number) {
        return database.read(session -> session.select(
                "SELECT decision_no, inputs, inner_calls, output FROM decision_texts WHERE decision_no > ?"
                        + " ORDER BY decision_no LIMIT ?",
                Texts::of,
                number,
                AT_ONCE));
    }

    private static int replace(Session session, Texts before, Texts after) {
        return before.equals(after)
                ? 0
                : session.update(
                        "UPDATE decision_texts SET inputs = ?, inner_calls = ?, output = ? WHERE decision_no = ?",
                        after.inputs(),
                        after.inner(),
                        after.output(),
                        after.number());
    }

    private static int remove(Session session, long number) {
        session.update("DELETE FROM decision_texts WHERE decision_no = ?", number);
        return session.update("DELETE FROM decisions WHERE decision_no = ?", number);
    }
}
