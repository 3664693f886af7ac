package tacit.api.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that keeps texts which can be taken back; its rows stay. Immutable.
 *
 * @param name of the table
 * @param key the column of text by which rows are found again; several rows may have the same
 * @param order the columns that order the rows, each in a place of its own
 * @param texts the columns with plain text; null may stand in them
 * @param json the columns with JSON; null may stand in them
 * @param kept keys within the JSON whose values are no words, such as states and ids
 */
public record TextTable(
        String name, String key, String order, List<String> texts, List<String> json, Set<String> kept) {

    private static final int AT_ONCE = 500;
    private static final int ATTEMPTS = 5;

    public TextTable {
        texts = List.copyOf(texts);
        json = List.copyOf(json);
        kept = Set.copyOf(kept);
        if (texts.isEmpty() && json.isEmpty()) {
            throw new IllegalArgumentException("texts must be named for table '" + name + "'");
        }
    }

    /** A table of plain texts, whose key no two rows share. */
    public static TextTable of(String name, String key, String... texts) {
        return new TextTable(name, key, key, List.of(texts), List.of(), Set.of());
    }

    /** With rows that share a key, and so are ordered by these columns. */
    public TextTable orderedBy(String columns) {
        return new TextTable(name, key, columns, texts, json, kept);
    }

    /** With these columns of JSON, too. */
    public TextTable withJson(Set<String> keptKeys, String... columns) {
        return new TextTable(name, key, order, texts, List.of(columns), keptKeys);
    }

    /**
     * Takes texts out of some rows, of which not all are held in memory at once; returns after that is durable.
     *
     * @param where tells which rows, such as {@code workspace_id = ?}
     * @return how many texts changed
     * @throws IllegalStateException when others keep changing the same rows
     */
    public int take(Database database, TextTaking taking, String where, @Nullable Object... parameters) {
        int changed = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Round round = new Round();
            List<List<@Nullable String>> some = rows(database, where, parameters, 0);
            while (!some.isEmpty()) {
                take(database, taking, some, new Rows(where, Arrays.asList(parameters)), round);
                round.read += some.size();
                some = rows(database, where, parameters, round.read);
            }
            changed += round.changed;
            if (round.missed == 0) {
                return changed;
            }
        }
        throw new IllegalStateException("Cannot take texts out of table '" + name + "': rows keep changing");
    }

    /** One time through the rows. Confined to one call. */
    private static final class Round {
        private int read;
        private int changed;
        private int missed;
    }

    private List<List<@Nullable String>> rows(
            Database database, String where, @Nullable Object[] parameters, int place) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(parameters));
        all.add(AT_ONCE);
        all.add(place);
        List<String> columns = Stream.concat(Stream.of(key), columns()).toList();
        return database.read(session -> session.select(
                "SELECT " + String.join(", ", columns) + " FROM " + name + " WHERE " + where + " ORDER BY " + order
                        + " LIMIT ? OFFSET ?",
                row -> columns.stream()
                        .map(column -> row.optionalText(column).orElse(null))
                        .collect(Collectors.toCollection(ArrayList::new)),
                all.toArray()));
    }

    private Stream<String> columns() {
        return Stream.concat(texts.stream(), json.stream());
    }

    /** Which rows are meant, as rows that are not may have the same key. */
    private record Rows(String where, List<@Nullable Object> parameters) {}

    private void take(
            Database database, TextTaking taking, List<List<@Nullable String>> rows, Rows which, Round round) {
        List<Change> changes = new ArrayList<>();
        List<String> columns = columns().toList();
        for (List<@Nullable String> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                String before = row.get(i + 1);
                String after = before == null ? "" : i < texts.size() ? taking.in(before) : taking.inJson(before, kept);
                if (before != null && !after.equals(before)) {
                    changes.add(new Change(columns.get(i), String.valueOf(row.get(0)), before, after));
                }
            }
        }
        if (!changes.isEmpty()) {
            // Rows that share a key may share a text, too: then the first change was that of all
            Set<Change> each = new LinkedHashSet<>(changes);
            List<Integer> rowsOfEach = database.write(session ->
                    each.stream().map(change -> change(session, change, which)).toList());
            rowsOfEach.forEach(count -> round.changed += count);
            round.missed +=
                    (int) rowsOfEach.stream().filter(count -> count == 0).count();
        }
    }

    /** One text before and after. */
    private record Change(String column, String key, String before, String after) {}

    private int change(Session session, Change change, Rows which) {
        List<@Nullable Object> values = new ArrayList<>(List.of(change.after(), change.key(), change.before()));
        values.addAll(which.parameters());
        return session.update(
                "UPDATE " + name + " SET " + change.column() + " = ? WHERE " + key + " = ? AND " + change.column()
                        + " = ? AND (" + which.where() + ")",
                values.toArray());
    }
}
