package tacit.runtime.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLineTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("a", Kind.TEXT),
            new Column("b", Kind.NUMBER),
            new Column("c", Kind.REAL),
            new Column("d", Kind.TRUTH));

    @Test
    void givesBackWhatWasWrittenInOneLine() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            @Nullable
            Object[] row = {
                i % 5 == 0 ? null : Rig.text(random),
                random.nextLong(),
                Double.longBitsToDouble(random.nextLong()),
                random.nextBoolean()
            };

            String line = RowLine.write(row);

            assertThat(line).doesNotContain("\n");
            assertThat(RowLine.read(line, COLUMNS)).containsExactly(row);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[\"a\",1,1.0,true,2]",
                "[\"a\",1,1.0]",
                "{\"a\":1}",
                "[\"a\",1,1.0,true]x",
                "[[],1,1.0,true]",
                "[\"a\",\"one\",1.0,true]"
            })
    void refusesWhatIsNoRowOfTheseColumns(String line) {
        assertThatThrownBy(() -> RowLine.read(line, COLUMNS)).isInstanceOf(IOException.class);
    }

    @Test
    void sumsUpRowsWhateverTheirOrder() {
        RowDigest one = new RowDigest();
        RowDigest other = new RowDigest();
        List.of("[1]", "[2]", "[3]").forEach(one::add);
        List.of("[3]", "[1]", "[2]").forEach(other::add);

        assertThat(one.sum()).isEqualTo(other.sum()).hasSize(64);
        other.add("[3]");
        assertThat(one.sum()).isNotEqualTo(other.sum());
        assertThat(other.rows()).isEqualTo(4);
        assertThat(new RowDigest().sum()).isEqualTo("0".repeat(64));
    }

    @Test
    void knowsTheTypesOfBothEngines() {
        assertThat(List.of("CHARACTER VARYING", "text", "character varying", "VARCHAR"))
                .allMatch(type -> Kind.of(type) == Kind.TEXT);
        assertThat(List.of("BIGINT", "integer")).allMatch(type -> Kind.of(type) == Kind.NUMBER);
        assertThat(Kind.of("DOUBLE PRECISION")).isEqualTo(Kind.REAL);
        assertThat(Kind.of("boolean")).isEqualTo(Kind.TRUTH);
        assertThatThrownBy(() -> Kind.of("bytea")).hasMessageContaining("'bytea'");
    }
}
