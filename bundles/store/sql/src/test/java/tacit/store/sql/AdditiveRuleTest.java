package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdditiveRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id TEXT PRIMARY KEY)",
                "create table a (b TEXT REFERENCES c ON DELETE CASCADE)",
                "CREATE INDEX i ON a (id)",
                "CREATE UNIQUE INDEX i ON a (id)",
                "ALTER TABLE a ADD COLUMN b TEXT",
                "ALTER TABLE a ADD COLUMN b BIGINT DEFAULT 0 NOT NULL",
                "INSERT INTO a (id) VALUES ('DROP TABLE a')"
            })
    void letsAScriptAdd(String statement) {
        assertThatCode(() -> AdditiveRule.check("owner", 1, statement)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE a",
                "DELETE FROM a",
                "UPDATE a SET b = 1",
                "TRUNCATE TABLE a",
                "ALTER TABLE a DROP COLUMN b",
                "ALTER TABLE a ADD COLUMN b TEXT, DROP COLUMN c",
                "ALTER TABLE a RENAME TO c",
                "ALTER TABLE a ALTER COLUMN b SET NOT NULL",
                "ALTER TABLE a ADD CONSTRAINT c UNIQUE (b)",
                "ALTER TABLE a ADD COLUMN b BIGINT NOT NULL",
                "GRANT ALL ON a TO b",
                "SELECT 1"
            })
    void refusesAScriptThatDoesMoreThanAdd(String statement) {
        assertThatThrownBy(() -> AdditiveRule.check("owner", 2, statement))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Script db/V2.sql of 'owner' must ");
    }
}
