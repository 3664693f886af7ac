package tacit.runtime.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

class TableRowsTest {

    @EachDatabase
    void readsEachRowOnceAlongAKeyOfThreeColumns(Database database) {
        database.migrate(Rig.OWNER, List.of(Rig.V1));
        insert(database, 4, 7, 100);

        List<String> read = read(database, "pieces");

        assertThat(read).hasSize(2_800).doesNotHaveDuplicates();
    }

    @EachDatabase
    void readsEachRowOnceWhereLongTextsMakeShortPages(Database database) {
        database.migrate(Rig.OWNER, List.of(Rig.V1));
        String text = "x".repeat(100_000);
        database.write(session -> {
            for (int i = 0; i < 120; i++) {
                session.update("INSERT INTO numbered (text) VALUES (?)", text + i);
            }
            return true;
        });

        assertThat(read(database, "numbered")).hasSize(120).doesNotHaveDuplicates();
    }

    @EachDatabase
    void readsNothingFromAnEmptyTable(Database database) {
        database.migrate(Rig.OWNER, List.of(Rig.V1));

        assertThat(read(database, "pieces")).isEmpty();
    }

    @EachDatabase
    void readsATableWithoutAKeyAsAWhole(Database database) {
        database.migrate("tacit.test.bare", List.of("CREATE TABLE bare (text TEXT)"));
        database.write(session -> session.update("INSERT INTO bare (text) VALUES ('a')"));
        database.write(session -> session.update("INSERT INTO bare (text) VALUES ('a')"));

        assertThat(read(database, "bare")).containsExactly("[\"a\"]", "[\"a\"]");
    }

    @EachDatabase
    void describesTablesBehindThoseThatTheyReferTo(Database database) {
        database.migrate(Rig.OWNER, List.of(Rig.V1));

        List<TableShape> tables = database.read(Catalog::tables);

        assertThat(tables.stream().map(TableShape::name))
                .containsSubsequence("parents", "children")
                .contains("tacit_migrations");
        TableShape pieces = find(tables, "pieces");
        assertThat(pieces.key()).containsExactly("workspace", "run", "no");
        assertThat(pieces.identity()).isNull();
        assertThat(pieces.columns())
                .containsExactly(
                        new Column("no", Kind.NUMBER),
                        new Column("run", Kind.TEXT),
                        new Column("text", Kind.TEXT),
                        new Column("workspace", Kind.TEXT));
        assertThat(find(tables, "numbered").identity()).isEqualTo("no");
        assertThat(find(tables, "parents").columns())
                .contains(new Column("busy", Kind.TRUTH), new Column("weight", Kind.REAL));
    }

    private static void insert(Database database, int workspaces, int runs, int pieces) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int workspace = 0; workspace < workspaces; workspace++) {
            for (int run = 0; run < runs; run++) {
                for (int no = 0; no < pieces; no++) {
                    rows.add(new @Nullable Object[] {"w" + workspace, "r" + run, no, null});
                }
            }
        }
        database.write(
                session -> session.batch("INSERT INTO pieces (workspace, run, no, text) VALUES (?, ?, ?, ?)", rows));
    }

    private static List<String> read(Database database, String table) {
        return database.read(session -> {
            List<String> lines = new ArrayList<>();
            try {
                new TableRows(session, find(Catalog.tables(session), table)).read(row -> lines.add(RowLine.write(row)));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            assertThat(new TreeSet<>(lines)).hasSizeLessThanOrEqualTo(lines.size());
            return lines;
        });
    }

    private static TableShape find(List<TableShape> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
