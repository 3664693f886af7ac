package tacit.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the work of a crash. */
class BrokenChainTest {

    @TempDir
    Path folder;

    private Path file;
    private List<String> lines;

    @BeforeEach
    void fill() throws IOException {
        file = folder.resolve("generations.jsonl");
        Generations.fill(new FileLedger(file), 4);
        lines = new ArrayList<>(Files.readAllLines(file));
    }

    @Test
    void refusesAMissingLine() throws IOException {
        lines.remove(1);

        refuses(2, "it is entry 3");
    }

    @Test
    void refusesAMissingFirstLine() throws IOException {
        lines.remove(0);

        refuses(1, "it is entry 2");
    }

    @Test
    void refusesADoubledLine() throws IOException {
        lines.add(3, lines.get(2));

        refuses(4, "it is entry 3");
    }

    @Test
    void refusesADoubledLastLine() throws IOException {
        lines.add(lines.get(3));

        refuses(5, "it is entry 4");
    }

    @Test
    void refusesLinesInAnotherOrder() throws IOException {
        Collections.swap(lines, 1, 2);

        refuses(2, "it is entry 3");
    }

    @Test
    void refusesALineOfAnotherLedger() throws IOException {
        Path other = folder.resolve("other.jsonl");
        FileLedger ledger = new FileLedger(other);
        Generations.promote(ledger, Generations.because(1, "another story"));
        Generations.promote(ledger);
        lines.set(1, Files.readAllLines(other).get(1));

        refuses(2, "it does not follow the line before it");
    }

    @Test
    void refusesALineThatWasCutInTheMiddle() throws IOException {
        lines.set(2, lines.get(2).substring(0, 50));

        refuses(3, "it is cut off or no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "nonsense", "{\"sequence\":5}"})
    void refusesALastLineThatIsNoEntry(String line) throws IOException {
        lines.add(line);

        Files.writeString(file, String.join("\n", lines) + "\n");

        assertThatThrownBy(() -> new FileLedger(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 5 does not hold");
    }

    @ParameterizedTest
    @CsvSource({"ann, bob", "PROMOTED, ROLLED_BACK", "1.4.0, 1.5.0", "12:00:04, 12:00:05", "e4, e5", "limit, limbo"})
    void refusesAChangedLastLine(String written, String changed) throws IOException {
        lines.set(3, lines.get(3).replace(written, changed));

        refuses(4, "it was changed after it was written");
    }

    @Test
    void refusesALineThatSaysTheSameInOtherLetters() throws IOException {
        lines.set(1, lines.get(1).replace("{\"sequence\":2,", "{ \"sequence\":2,"));

        refuses(2, "it was changed after it was written");
    }

    @Test
    void seesEveryChangedByteOfTheLinesThatAreFollowed() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int followed = String.join("\n", lines.subList(0, 3)).getBytes(StandardCharsets.UTF_8).length;
        for (int at = 0; at <= followed; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            if (opens()) {
                fail("The ledger opened with byte %s changed", at);
            }
        }
    }

    @Test
    void leavesTheFileAsItFoundIt() throws IOException {
        lines.remove(1);
        refuses(2, "it is entry 3");

        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    @Test
    void opensAgainAfterTheRemedy() throws IOException {
        lines.set(2, lines.get(2).replace("ann", "bob"));
        refuses(3, "changed");

        Files.writeString(file, String.join("\n", lines.subList(0, 2)) + "\n");

        assertThat(new FileLedger(file).active()).contains(Generations.number(2));
    }

    private void refuses(int line, String reason) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
        String rest = line == 1 ? "No line before it can be kept" : "Lines 1 to " + (line - 1) + " hold";
        assertThatThrownBy(() -> new FileLedger(file))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageStartingWith("Cannot open ledger '" + file + "': line " + line + " does not hold, ")
                .hasMessageContaining(reason)
                .hasMessageContaining(rest)
                .hasMessageContaining("Bring the file back from a backup");
    }

    private boolean opens() {
        try {
            new FileLedger(file);
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }
}
