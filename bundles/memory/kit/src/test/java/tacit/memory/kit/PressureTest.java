package tacit.memory.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.kit.KitFolder.WS;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.MemoryPressure;
import tacit.api.memory.MemoryPressure.FilePressure;
import tacit.api.memory.MemoryPressure.Level;

class PressureTest {

    @TempDir
    Path root;

    @Test
    void mp01AsksForAFullFileToBeShortened() {
        MemoryPressure pressure = pressure("USER", "x".repeat(1701));

        assertThat(pressure.compactRecommended()).isTrue();
        assertThat(pressure.instructions()).contains(".cowork/USER.md").contains("85 %");
        assertThat(file(pressure, "USER").level()).isEqualTo(Level.COMPACT);
        assertThat(file(pressure, "USER").pressure()).isEqualTo(0.8505);
    }

    @Test
    void mp02CountsLinesThatStandTwice() {
        MemoryPressure pressure = pressure("MEMORY", """
                ## One long enough heading
                - Use Postgres everywhere
                ## One long enough heading
                * use postgres EVERYWHERE
                - short
                - short
                """);

        assertThat(file(pressure, "MEMORY").duplicateLines()).isOne();
        assertThat(pressure.compactRecommended()).isFalse();
        assertThat(pressure.instructions()).contains(".cowork/MEMORY.md").contains("1 repeated");
    }

    @ParameterizedTest
    @CsvSource({"1299, OK", "1300, WATCH", "1599, WATCH", "1600, COMPACT", "9000, COMPACT"})
    void mp03KnowsHowFullAFileIs(int length, Level level) {
        FilePressure file = file(pressure("USER", "x".repeat(length)), "USER");

        assertThat(file.level()).isEqualTo(level);
        assertThat(file.characters()).isEqualTo(length);
        assertThat(file.pressure()).isLessThanOrEqualTo(1);
    }

    @Test
    void proposesToMakeWhatIsMissing() {
        MemoryPressure pressure = KitFolder.in(root).kit().pressure(WS);

        assertThat(pressure.files()).hasSize(3).allMatch(file -> !file.there() && file.level() == Level.OK);
        assertThat(pressure.files())
                .allMatch(file -> file.recommendations().get(0).startsWith("Create .cowork/"));
        assertThat(pressure.instructions()).isEmpty();
    }

    private MemoryPressure pressure(String name, String text) {
        return KitFolder.in(root).with(".cowork/" + name + ".md", text).kit().pressure(WS);
    }

    private static FilePressure file(MemoryPressure pressure, String name) {
        return pressure.files().stream()
                .filter(file -> file.path().contains(name))
                .findFirst()
                .orElseThrow();
    }
}
