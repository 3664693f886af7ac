package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void splitsAtSemicolonsOutsideQuotesAndComments() {
        String script = """
                -- first; with a semicolon
                CREATE TABLE a (b TEXT DEFAULT 'x;''y'); /* second;
                over lines */
                CREATE TABLE "odd;name" (c TEXT)
                """;

        assertThat(SqlScript.statements(script))
                .containsExactly("CREATE TABLE a (b TEXT DEFAULT 'x;''y')", "CREATE TABLE \"odd;name\" (c TEXT)");
    }

    @Test
    void findsNothingInAScriptOfComments() {
        assertThat(SqlScript.statements("-- nothing\n;;\n/* at all */")).isEmpty();
    }
}
