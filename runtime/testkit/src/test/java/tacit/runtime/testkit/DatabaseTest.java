package tacit.runtime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.StoreException;

/** The contract of {@link Database}, on every engine that the test kit offers. */
@EachDatabase
class DatabaseTest {

    private static final String INSERT = "INSERT INTO notes (id, words) VALUES (?, ?)";
    private static final String WORDS = "SELECT words FROM notes ORDER BY id";

    private final Database database;

    DatabaseTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void migrate() {
        database.migrate("tacit.test", DatabaseTest.class);
    }

    @Test
    void readsWhatWasWrittenInEveryType() {
        Instant at = Instant.parse("2026-03-01T10:15:30.123456789Z");
        database.write(session -> session.update(
                "INSERT INTO notes (id, words, amount, share, done, said_at) VALUES (?, ?, ?, ?, ?, ?)",
                "a",
                "wörter 🙂",
                Long.MAX_VALUE,
                0.1,
                true,
                at));

        String line = database.read(session -> session.selectOne(
                        "SELECT * FROM notes WHERE id = ?",
                        row -> row.text("words")
                                + row.number("AMOUNT")
                                + row.real("share")
                                + row.truth("done")
                                + row.time("said_at"),
                        "a"))
                .orElseThrow();

        assertThat(line).isEqualTo("wörter 🙂" + Long.MAX_VALUE + "0.1true2026-03-01T10:15:30.123456Z");
    }

    @Test
    void keepsNullsInEveryType() {
        database.write(session -> session.update(
                "INSERT INTO notes (id, words, amount, share, done, said_at) VALUES (?, ?, ?, ?, ?, ?)",
                "a",
                null,
                null,
                null,
                null,
                null));

        List<Optional<?>> values = database.read(session -> session.selectOne(
                        "SELECT * FROM notes",
                        row -> List.<Optional<?>>of(
                                row.optionalText("words"),
                                row.optionalNumber("amount"),
                                row.optionalReal("share"),
                                row.optionalTime("said_at")))
                .orElseThrow());

        assertThat(values).allMatch(Optional::isEmpty);
    }

    @Test
    void refusesNullWhereAValueIsAskedFor() {
        database.write(session -> session.update(INSERT, "a", null));

        assertThatThrownBy(() -> database.read(session -> session.select(WORDS, row -> row.text("words"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("'words'");
    }

    @Test
    void insertsOnlyRowsWhoseKeyIsFree() {
        database.write(session -> session.update(INSERT, "b", "old"));

        boolean[] inserted = database.write(session -> session.insertAbsent(
                "notes",
                List.of("id", "words"),
                List.of(new Object[] {"a", "first"}, new Object[] {"b", "new"}, new Object[] {"a", "second"})));

        assertThat(inserted).containsExactly(true, false, false);
        assertThat(words()).containsExactly("first", "old");
    }

    @Test
    void rollsBackAWorkThatThrowsAndPassesItsExceptionOn() {
        assertThatThrownBy(() -> database.write(session -> {
                    session.update(INSERT, "a", "gone");
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("changed my mind");
        assertThat(words()).isEmpty();
    }

    @Test
    void holdsEveryTextAlike() {
        database.write(session -> session.batch(
                INSERT,
                List.of(
                        new Object[] {"a", "nul \0 and half \uD83D a pair"},
                        new Object[] {"a ", "trailing blank"},
                        new Object[] {"b", "?:name ::text <tag> 'quoted' \\"})));

        assertThat(words())
                .containsExactly(
                        "nul \uFFFD and half \uFFFD a pair", "trailing blank", "?:name ::text <tag> 'quoted' \\");
    }

    @Test
    void seesOneStateInAllQueriesOfARead() {
        List<String> before = database.read(session -> {
            List<String> first = session.select(WORDS, row -> row.text("words"));
            CompletableFuture.runAsync(
                            () -> database.write(writing -> writing.update(INSERT, "a", "written meanwhile")))
                    .join();
            assertThat(session.select(WORDS, row -> row.text("words"))).isEqualTo(first);
            return first;
        });

        assertThat(before).isEmpty();
        assertThat(words()).containsExactly("written meanwhile");
    }

    @Test
    void refusesToChangeAnythingInARead() {
        assertThatThrownBy(() -> database.read(session -> session.update(INSERT, "a", "x")))
                .isInstanceOf(StoreException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void namesTheStatementButNotTheValuesWhenTheDatabaseRefuses() {
        database.write(session -> session.update(INSERT, "a", "x"));

        assertThatThrownBy(() -> database.write(session -> session.batch(
                        INSERT, List.of(new Object[] {"b", "top secret"}, new Object[] {"a", "top secret"}))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("INSERT INTO notes")
                .hasMessageNotContaining("top secret");
        assertThat(words()).containsExactly("x");
    }

    @Test
    void takesAMigrationOnceAndKeepsItsRows(TestDatabase same) {
        database.migrate("tacit.test", DatabaseTest.class);
        database.write(session -> session.update(INSERT, "a", "kept"));

        List<String> kept = same.reopen().read(session -> session.select(WORDS, row -> row.text("words")));

        assertThat(kept).containsExactly("kept");
    }

    @Test
    void describesItselfWithoutCredentials() {
        assertThat(database.description()).containsAnyOf("HSQL", "PostgreSQL").doesNotContain("user", "password", ";");
    }

    private List<String> words() {
        return database.read(session -> session.select(WORDS, row -> row.text("words")));
    }
}
