package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheScriptsBesideTheAnchorInOrder() throws IOException {
        Class<?> anchor = Anchors.with(folder, "CREATE TABLE a (b TEXT)", "CREATE INDEX i ON a (b)");

        assertThat(Migration.find("owner", anchor))
                .extracting(
                        Migration::version, migration -> migration.statements().get(0))
                .containsExactly(tuple(1, "CREATE TABLE a (b TEXT)"), tuple(2, "CREATE INDEX i ON a (b)"));
    }

    @Test
    void takesNoScriptOfAnotherFolderOnTheClassPath() throws IOException {
        Class<?> first = Anchors.with(folder.resolve("first"), "CREATE TABLE a (b TEXT)");
        Class<?> second = Anchors.with(folder.resolve("second"), first.getClassLoader());

        assertThat(Migration.find("owner", second)).isEmpty();
    }

    @Test
    void refusesAGap() throws IOException {
        Class<?> anchor = Anchors.with(folder, "CREATE TABLE a (b TEXT)", null, "CREATE TABLE c (b TEXT)");

        assertThatThrownBy(() -> Migration.find("owner", anchor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot migrate 'owner': db/V2.sql is missing but a later script exists");
    }

    @Test
    void tellsChangedScriptsByTheirChecksum() {
        Migration unix = Migration.parse("owner", 1, "CREATE TABLE a (b TEXT)\n");
        Migration other = Migration.parse("owner", 1, "CREATE TABLE a (c TEXT)\n");

        assertThat(unix.checksum()).hasSize(64).isNotEqualTo(other.checksum());
    }
}
