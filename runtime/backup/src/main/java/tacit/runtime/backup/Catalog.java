package tacit.runtime.backup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** The tables of the schema that the database is used with, as both engines describe them. */
final class Catalog {

    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'";
    private static final String COLUMNS = "SELECT table_name, column_name, data_type, is_identity"
            + " FROM information_schema.columns WHERE table_schema = CURRENT_SCHEMA";
    private static final String KEYS = "SELECT u.table_name, u.column_name, u.ordinal_position"
            + " FROM information_schema.table_constraints c JOIN information_schema.key_column_usage u"
            + " ON u.constraint_name = c.constraint_name AND u.table_name = c.table_name"
            + " AND u.table_schema = c.table_schema"
            + " WHERE c.table_schema = CURRENT_SCHEMA AND c.constraint_type = 'PRIMARY KEY'";
    private static final String REFERENCES = "SELECT child.table_name AS child, parent.table_name AS parent"
            + " FROM information_schema.referential_constraints r"
            + " JOIN information_schema.table_constraints child ON child.constraint_name = r.constraint_name"
            + " AND child.table_schema = r.constraint_schema"
            + " JOIN information_schema.table_constraints parent"
            + " ON parent.constraint_name = r.unique_constraint_name"
            + " AND parent.table_schema = r.unique_constraint_schema"
            + " WHERE r.constraint_schema = CURRENT_SCHEMA";

    private record Described(String table, Column column, boolean identity) {}

    private record Keyed(String table, String column, long position) {}

    private record Reference(String child, String parent) {}

    private Catalog() {}

    /** All tables by name, but each behind those that it refers to. */
    static List<TableShape> tables(Session session) {
        List<String> names = session.select(TABLES, row -> lower(row.text("table_name")));
        List<Described> columns = session.select(
                COLUMNS,
                row -> new Described(
                        lower(row.text("table_name")),
                        new Column(lower(row.text("column_name")), Kind.of(row.text("data_type"))),
                        row.optionalText("is_identity").orElse("NO").equals("YES")));
        List<Keyed> keys = session.select(
                KEYS,
                row -> new Keyed(
                        lower(row.text("table_name")), lower(row.text("column_name")), row.number("ordinal_position")));
        Map<String, TableShape> byName = new TreeMap<>();
        names.forEach(name -> byName.put(name, shape(name, columns, keys)));
        return ordered(byName, references(session));
    }

    private static TableShape shape(String table, List<Described> columns, List<Keyed> keys) {
        List<Described> own =
                columns.stream().filter(column -> column.table().equals(table)).toList();
        List<Column> byName = own.stream()
                .map(Described::column)
                .sorted(Comparator.comparing(Column::name))
                .toList();
        List<String> key = keys.stream()
                .filter(column -> column.table().equals(table))
                .sorted(Comparator.comparingLong(Keyed::position))
                .map(Keyed::column)
                .toList();
        @Nullable
        String identity = own.stream()
                .filter(Described::identity)
                .map(column -> column.column().name())
                .findFirst()
                .orElse(null);
        return new TableShape(table, byName, key, identity);
    }

    private static List<Reference> references(Session session) {
        return session.select(REFERENCES, row -> new Reference(lower(row.text("child")), lower(row.text("parent"))));
    }

    private static List<TableShape> ordered(Map<String, TableShape> byName, List<Reference> references) {
        List<TableShape> ordered = new ArrayList<>();
        TreeSet<String> left = new TreeSet<>(byName.keySet());
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(name -> references.stream().noneMatch(reference -> waits(reference, name, left)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Cannot order tables that refer to each other: " + left);
            }
            next.forEach(name -> ordered.add(byName.get(name)));
            next.forEach(left::remove);
        }
        return ordered;
    }

    private static boolean waits(Reference reference, String child, Set<String> left) {
        return reference.child().equals(child)
                && !reference.parent().equals(child)
                && left.contains(reference.parent());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
