package tacit.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.generation.LedgerEntry;

/** What a crash leaves of the last line. */
class TornLineTest {

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;
    private byte[] last;

    @BeforeEach
    void fill() throws IOException {
        file = folder.resolve("generations.jsonl");
        FileLedger ledger = new FileLedger(file);
        Generations.fill(ledger, 2);
        whole = Files.readAllBytes(file);
        Generations.promote(ledger);
        byte[] all = Files.readAllBytes(file);
        last = Arrays.copyOfRange(all, whole.length, all.length);
    }

    @Test
    void leavesOutEveryBeginOfALine() throws IOException {
        for (int length = 1; length < last.length; length++) {
            leave(Arrays.copyOf(last, length));

            FileLedger ledger = new FileLedger(file);

            assertThat(ledger.entries()).as("%s bytes", length).hasSize(2);
            assertThat(ledger.active()).contains(Generations.number(2));
            assertThat(ledger.findings()).singleElement().asString().contains("Line 3", "after " + length + " bytes");
        }
    }

    @Test
    void gluesNothingToAnyBeginOfALine() throws IOException {
        for (int length = 0; length < last.length; length++) {
            leave(Arrays.copyOf(last, length));

            LedgerEntry next = Generations.rollBack(new FileLedger(file), 1);

            FileLedger reopened = new FileLedger(file);
            assertThat(reopened.entries()).as("%s bytes", length).hasSize(3).endsWith(next);
            assertThat(reopened.findings()).isEmpty();
        }
    }

    @Test
    void takesTheLineOnceItsEndIsThere() throws IOException {
        leave(last);

        assertThat(new FileLedger(file).entries()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "\0\0\0\0\0\0",
                "{\"sequence\":3,\"act\":\"PROM\0\0\0\0",
                "\0\0\0\0previousHash\":\"00\"}\n",
                "{\"sequence\":3,\"act\":\"PROMOTED\",\"at\n"
            })
    void leavesOutWhatADiskThatLostItsPowerHolds(String torn) throws IOException {
        leave(torn.getBytes(StandardCharsets.UTF_8));

        FileLedger ledger = new FileLedger(file);

        assertThat(ledger.entries()).hasSize(2);
        assertThat(ledger.findings()).hasSize(1);
        Generations.promote(ledger);
        assertThat(new FileLedger(file).findings()).isEmpty();
    }

    @Test
    void leavesTheFileAloneUntilSomethingIsAdded() throws IOException {
        byte[] torn = Arrays.copyOf(last, 17);
        leave(torn);

        new FileLedger(file);
        FileLedger ledger = new FileLedger(file);

        assertThat(Files.readAllBytes(file)).endsWith(torn);
        assertThat(ledger.findings()).hasSize(1);
    }

    @Test
    void keepsWhatItCutsInAFileBeside() throws IOException {
        byte[] torn = Arrays.copyOf(last, 17);
        leave(torn);
        FileLedger ledger = new FileLedger(file);

        Generations.promote(ledger);

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> beside = files.filter(other -> !other.equals(file)).toList();
            assertThat(beside).singleElement().satisfies(other -> {
                assertThat(other).hasBinaryContent(torn);
                assertThat(ledger.findings().get(0))
                        .contains(other.getFileName().toString());
            });
        }
    }

    @Test
    void leavesOutALineThatIsTheFirst() throws IOException {
        Files.write(file, Arrays.copyOf(whole, 40));

        FileLedger ledger = new FileLedger(file);

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.findings()).singleElement().asString().startsWith("Line 1 ");
        assertThat(Generations.promote(ledger).sequence()).isEqualTo(1);
    }

    private void leave(byte[] torn) throws IOException {
        byte[] all = Arrays.copyOf(whole, whole.length + torn.length);
        System.arraycopy(torn, 0, all, whole.length, torn.length);
        Files.write(file, all);
    }
}
