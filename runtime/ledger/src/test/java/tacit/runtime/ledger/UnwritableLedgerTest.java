package tacit.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnwritableLedgerTest {

    @TempDir
    Path folder;

    private Path file;
    private FailingTail tail;
    private FileLedger ledger;

    @BeforeEach
    void fill() {
        file = folder.resolve("generations.jsonl");
        tail = new FailingTail(file);
        ledger = new FileLedger(file, tail);
        Generations.fill(ledger, 2);
    }

    @Test
    void leavesTheEarlierStateInForceWhenTheDiskIsFull() throws IOException {
        byte[] before = Files.readAllBytes(file);
        tail.full = true;

        assertThatThrownBy(() -> Generations.promote(ledger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was changed")
                .hasMessageContaining("No space left on device");

        assertThat(ledger.active()).contains(Generations.number(2));
        assertThat(ledger.nextNumber()).isEqualTo(3);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void goesOnOnceThereIsSpaceAgain() {
        tail.full = true;
        assertThatThrownBy(() -> Generations.promote(ledger)).isInstanceOf(IllegalStateException.class);
        tail.full = false;

        Generations.promote(ledger);

        assertThat(new FileLedger(file).entries()).hasSize(3).isEqualTo(ledger.entries());
    }

    @Test
    void writesNothingMoreOnceALineCouldNotBeTakenBack() {
        tail.full = true;
        tail.stuck = true;
        assertThatThrownBy(() -> Generations.promote(ledger)).hasMessageContaining("No space left on device");
        tail.full = false;
        tail.stuck = false;

        assertThatThrownBy(() -> Generations.promote(ledger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restart the host");
        assertThat(new FileLedger(file).entries()).hasSize(2);
    }

    @Test
    void leavesATornLineWhereItIsWhenItCannotBeCut() throws IOException {
        Files.writeString(file, "{\"sequ", StandardOpenOption.APPEND);
        FileLedger reopened = new FileLedger(file, tail);
        tail.stuck = true;
        assertThatThrownBy(() -> Generations.promote(reopened)).isInstanceOf(IllegalStateException.class);
        assertThat(reopened.entries()).hasSize(2);
        tail.stuck = false;

        Generations.promote(reopened);

        assertThat(new FileLedger(file).entries()).hasSize(3);
    }

    @Test
    void refusesToWriteOverWhatSomebodyElseWrote() throws IOException {
        Generations.promote(new FileLedger(file));
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Generations.promote(ledger)).hasMessageContaining("something else changes it");

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void refusesToBeginAnewWhenItsFileIsGone() throws IOException {
        Files.delete(file);

        assertThatThrownBy(() -> Generations.promote(ledger)).hasMessageContaining("it has 0 bytes");

        assertThat(file).doesNotExist();
    }

    @Test
    void saysThatItsFolderIsGone() throws IOException {
        Path deep = folder.resolve("deep");
        FileLedger other = new FileLedger(deep.resolve("generations.jsonl"));
        Files.delete(deep);
        Files.writeString(deep, "a file in its place");

        assertThatThrownBy(() -> Generations.promote(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot write to ledger");
        assertThat(other.active()).isEmpty();
    }
}
