package tacit.runtime.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.api.store.Work;

/**
 * Puts the rows of a copy into an empty database: makes the tables as they were, fills them, and reads them back.
 *
 * <p>PostgreSQL takes all rows in one transaction, as the database stays when something fails. HSQLDB takes them in parts, as its
 * files are thrown away then.
 */
final class RowsRestore {

    private static final int ROWS_AT_ONCE = 500;
    private static final String MIGRATIONS = "tacit_migrations";
    private static final Pattern SEEDED = Pattern.compile("INSERT\\s+INTO\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private final Database database;
    private final ImageScripts scripts;
    private final BackupReader copy;

    RowsRestore(Database database, ImageScripts scripts, BackupReader copy) {
        this.database = database;
        this.scripts = scripts;
        this.copy = copy;
    }

    /**
     * Fills the database.
     *
     * @throws BadBackupException when there are rows in it, or the copy was changed
     */
    void run() throws IOException {
        scripts.refuseUnknown(copy.manifest().schema());
        Map<String, List<String>> wanted = scripts.upTo(copy.manifest().schema());
        refuseRows(seeded(wanted));
        wanted.forEach(database::migrate);
        List<Manifest.Table> tables = copy.manifest().tables();
        Map<String, TableShape> shapes = new TreeMap<>();
        database.read(Catalog::tables).forEach(shape -> shapes.put(shape.name(), shape));
        tables.forEach(table -> refuseOtherShape(table, shapes.get(table.name())));
        try {
            if (Identities.of(database) == Identities.POSTGRESQL) {
                database.write(session -> fill(tables, shapes, work -> work.run(session)) && compare(session, shapes));
            } else {
                fill(tables, shapes, database::write);
                database.read(session -> compare(session, shapes));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Runs a piece of the work in a session. */
    @FunctionalInterface
    private interface Pieces {

        boolean run(Work<Boolean> work);
    }

    private boolean fill(List<Manifest.Table> tables, Map<String, TableShape> shapes, Pieces pieces) {
        List<Manifest.Table> backwards = new ArrayList<>(tables);
        Collections.reverse(backwards);
        for (Manifest.Table table : backwards) {
            pieces.run(session -> session.update("DELETE FROM " + table.name()) >= 0);
        }
        tables.forEach(table -> fill(table, pieces));
        for (Manifest.Table table : tables) {
            TableShape shape = Objects.requireNonNull(shapes.get(table.name()));
            if (shape.identity() != null && table.next() != null) {
                long next = table.next();
                pieces.run(session -> {
                    Identities.restart(session, shape, next);
                    return true;
                });
            }
        }
        return true;
    }

    private void fill(Manifest.Table table, Pieces pieces) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        String insert = "INSERT INTO " + table.name() + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        Manifest.Part part = Objects.requireNonNull(copy.parts().get(table.part()));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(copy.open(part), StandardCharsets.UTF_8))) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(RowLine.read(line, table.columns()));
                if (rows.size() == ROWS_AT_ONCE) {
                    insert(insert, rows, pieces);
                }
            }
            insert(insert, rows, pieces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(String sql, List<@Nullable Object[]> rows, Pieces pieces) {
        if (!rows.isEmpty()) {
            List<@Nullable Object[]> some = List.copyOf(rows);
            pieces.run(session -> session.batch(sql, some).length > 0);
            rows.clear();
        }
    }

    private boolean compare(Session session, Map<String, TableShape> shapes) {
        copy.manifest().tables().forEach(table -> compare(session, table, shapes.get(table.name())));
        return true;
    }

    private static void compare(Session session, Manifest.Table table, @Nullable TableShape shape) {
        RowDigest digest = new RowDigest();
        try {
            new TableRows(session, Objects.requireNonNull(shape)).read(values -> digest.add(RowLine.write(values)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (digest.rows() != table.rows() || !digest.sum().equals(table.digest())) {
            throw new BadBackupException("table '" + table.name() + "' came out with " + digest.rows()
                    + " rows that are not the " + table.rows() + " of the copy");
        }
    }

    private static void refuseOtherShape(Manifest.Table table, @Nullable TableShape shape) {
        if (shape == null || !shape.columns().equals(table.columns())) {
            throw new BadBackupException("this Tacit makes table '" + table.name() + "' differently, or not at all");
        }
    }

    private static Set<String> seeded(Map<String, List<String>> scripts) {
        Set<String> tables = new TreeSet<>(Set.of(MIGRATIONS));
        scripts.values().stream().flatMap(List::stream).forEach(script -> {
            Matcher matcher = SEEDED.matcher(script);
            while (matcher.find()) {
                tables.add(matcher.group(1).toLowerCase(Locale.ROOT));
            }
        });
        return tables;
    }

    /** Tables that an interrupted restore made are no reason to refuse, nor is what their scripts put into them. */
    private void refuseRows(Set<String> seeded) {
        database.read(session -> {
            for (TableShape table : Catalog.tables(session)) {
                String sql = "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM " + table.name() + " LIMIT 1) AS looked";
                if (!seeded.contains(table.name())
                        && session.selectOne(sql, row -> row.number("n")).orElse(0L) > 0) {
                    throw new BadBackupException("the database is not empty: table '" + table.name() + "' holds rows");
                }
            }
            return true;
        });
    }
}
