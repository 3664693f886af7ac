package tacit.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.generation.Generation;
import tacit.api.generation.Ledger;
import tacit.api.generation.LedgerEntry;

class FileLedgerTest {

    @TempDir
    Path folder;

    private Path file;
    private FileLedger ledger;

    @BeforeEach
    void open() {
        file = folder.resolve("ledger").resolve("generations.jsonl");
        ledger = new FileLedger(file);
    }

    @Test
    void beginsEmpty() {
        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.active()).isEmpty();
        assertThat(ledger.generations()).isEmpty();
        assertThat(ledger.findings()).isEmpty();
        assertThat(ledger.nextNumber()).isEqualTo(1);
    }

    @Test
    void keepsEveryEntryOverARestart() {
        Generations.fill(ledger, 3);
        Generations.rollBack(ledger, 1);

        FileLedger reopened = new FileLedger(file);

        assertThat(reopened.entries()).hasSize(4).isEqualTo(ledger.entries());
        assertThat(reopened.active()).contains(Generations.number(1));
        assertThat(reopened.generations()).extracting(Generation::number).containsExactly(1L, 2L, 3L);
        assertThat(reopened.findings()).isEmpty();
    }

    @Test
    void tiesEachEntryToTheOneBefore() {
        Generations.fill(ledger, 2);

        List<LedgerEntry> entries = ledger.entries();

        assertThat(entries).extracting(LedgerEntry::sequence).containsExactly(1L, 2L);
        assertThat(entries.get(0).previousHash()).isEqualTo("0".repeat(64));
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries.get(1).hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void neverUsesANumberTwice() {
        Generations.fill(ledger, 3);
        Generations.rollBack(ledger, 1);

        assertThat(ledger.nextNumber()).isEqualTo(4);
        assertThat(Generations.promote(ledger).generation().number()).isEqualTo(4);
        assertThat(ledger.find(2)).contains(Generations.number(2));
        assertThat(ledger.find(5)).isEmpty();
    }

    @Test
    void tellsWhatWasActiveLastBesidesOneGeneration() {
        Generations.fill(ledger, 3);
        Generations.rollBack(ledger, 1);
        Generations.rollBack(ledger, 1);

        assertThat(ledger.activeBefore(1)).contains(Generations.number(3));
        assertThat(ledger.activeBefore(3)).contains(Generations.number(1));
        assertThat(new FileLedger(file).activeBefore(1)).contains(Generations.number(3));
    }

    @Test
    void knowsNothingBeforeTheOnlyGeneration() {
        assertThat(ledger.activeBefore(1)).isEmpty();

        Generations.promote(ledger);

        assertThat(ledger.activeBefore(1)).isEmpty();
    }

    @Test
    void listsTheYoungestGenerations() {
        Generations.fill(ledger, 4);
        Generations.rollBack(ledger, 1);

        assertThat(ledger.youngest(2)).containsExactly(Generations.number(3), Generations.number(4));
        assertThat(ledger.youngest(9)).isEqualTo(ledger.generations()).hasSize(4);
        assertThat(ledger.youngest(0)).isEmpty();
    }

    @Test
    void saysSoWhenALineIsChangedBehindItsBack() throws IOException {
        Generations.fill(ledger, 3);
        Files.writeString(file, Files.readString(file).replace("number 2", "number 7"));

        assertThat(ledger.active()).contains(Generations.number(3));
        assertThat(ledger.find(1)).contains(Generations.number(1));
        assertThatThrownBy(() -> ledger.find(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot read ledger '" + file + "': line 2 does not hold any more");
        assertThatThrownBy(() -> ledger.entries()).hasMessageContaining("line 2 does not hold any more");
    }

    @Test
    void saysSoWhenItsFileIsCutBehindItsBack() throws IOException {
        Generations.fill(ledger, 2);
        Files.writeString(file, "");

        assertThatThrownBy(() -> ledger.entries())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it ends at byte 0 and had more");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void refusesANewGenerationWithAnotherNumberThanTheNext(long number) {
        Generations.fill(ledger, 2);

        assertThatThrownBy(() -> Generations.promote(ledger, Generations.number(number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number must be 3 for a new generation, got " + number);
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void refusesToGoBackToAGenerationThatItDoesNotHold() {
        Generations.fill(ledger, 2);

        assertThatThrownBy(() -> Generations.rollBack(ledger, 3)).hasMessageContaining("generation 3 must be in");
        assertThatThrownBy(() -> ledger.append(
                        LedgerEntry.Act.RECOVERED,
                        Generations.because(1, "rewritten"),
                        Generations.NOON,
                        "tacit",
                        "it failed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("generation 1 must be in the ledger as it is asked back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ännderung ✓ 🐔", "two\nlines\r\n\u2028", "\ud800 half a letter", "\"}\\", "", "\u0000"})
    void keepsAnyText(String reason) {
        Generations.promote(ledger, Generations.because(1, reason));
        Generations.promote(ledger);

        assertThat(new FileLedger(file).find(1).orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        Generations.promote(ledger);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void writesOneEntryAfterTheOther() throws Exception {
        Generations.promote(ledger);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(threads.submit(() -> {
                for (int j = 0; j < 25; j++) {
                    Generations.rollBack(ledger, 1);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        assertThat(new FileLedger(file).entries()).hasSize(101).isEqualTo(ledger.entries());
    }

    @Test
    void saysWhatItsFolderCouldNotBeMadeOf() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");

        assertThatThrownBy(() -> new FileLedger(occupied.resolve("ledger").resolve("generations.jsonl")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot open ledger")
                .hasMessageContaining("occupied");
    }

    @Test
    void liesInItsFolderOfTheDataDirectory() {
        Ledger configured = new FileLedger(new FixedConfig.OfLedger(folder.toString()));

        Generations.promote(configured);

        assertThat(file).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesToGuessItsFolder(String directory) {
        assertThatThrownBy(() -> new FileLedger(new FixedConfig.OfLedger(directory)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data.directory must not be blank");
    }
}
