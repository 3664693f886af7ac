package tacit.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed. */
class KilledWriterTest {

    private static final int KILLS = 6;
    private static final int MOST_LINES = 60;

    @TempDir
    Path folder;

    @Test
    void holdsEverythingThatWasSaidToBeWritten() throws Exception {
        Path file = folder.resolve("generations.jsonl");
        Random random = new Random(20260301);
        long known = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            known = Math.max(known, killAfter(file, 1 + random.nextInt(MOST_LINES)));

            FileLedger ledger = new FileLedger(file);

            assertThat(ledger.entries()).hasSizeGreaterThanOrEqualTo((int) known);
            assertThat(ledger.active())
                    .contains(Generations.number(ledger.entries().size()));
        }
    }

    private static long killAfter(Path file, int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader said = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                last = Long.parseLong(said.readLine());
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return last;
    }
}
