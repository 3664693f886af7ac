package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path data;

    private void write(String lines) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("ledger")).resolve("generations.jsonl"), lines);
    }

    @Test
    void readsGenerationsWithTheirExperiments() throws IOException {
        write("{\"generation\":{\"number\":1,\"experimentId\":null,\"configurations\":{}}}\n"
                + "{\"generation\":{\"number\":2,\"experimentId\":\"x1\",\"configurations\":{\"" + Site.PID
                + "\":{\"longest\":\"50\"}}}}\n");

        Ledger ledger = Ledger.read(data);

        assertThat(ledger.made()).containsExactly(new Ledger.Made(1, null, null), new Ledger.Made(2, "x1", "50"));
        assertThat(ledger.of("x1")).contains(new Ledger.Made(2, "x1", "50"));
        assertThat(ledger.of("x2")).isEmpty();
        assertThat(ledger.last()).contains(new Ledger.Made(2, "x1", "50"));
    }

    @Test
    void leavesOutALineThatAKillCutOff() throws IOException {
        write("{\"generation\":{\"number\":1,\"configurations\":{}}}\n{\"generation\":{\"num");

        assertThat(Ledger.read(data).made()).containsExactly(new Ledger.Made(1, null, null));
    }

    @Test
    void isEmptyBeforeTheFirstStart() throws IOException {
        assertThat(Ledger.read(data).last()).isEmpty();
    }
}
