package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.api.store.Work;

/** What becomes of decisions when the database does not take them. */
class BrokenDatabaseTest {

    @Test
    void countsWhatCannotBeWrittenAndLogsNoneOfIt() {
        PrintStream err = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        long dropped;
        try {
            SqlDecisionLog log = Samples.log(new RefusingDatabase(new CountDownLatch(0)), Map.of());
            log.offer(Samples.decision("d1", "[\"private words\"]", "1"));
            log.offer(Samples.decision("d2", "[\"private words, cut off", "1"));
            log.close();
            dropped = log.dropped();
        } finally {
            System.setErr(err);
        }

        assertThat(dropped).isEqualTo(2);
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("Cannot write decisions")
                .doesNotContain("private words")
                .containsOnlyOnce("StoreException");
    }

    @Test
    void dropsWhatDoesNotFitIntoTheQueueWithoutWaiting() {
        CountDownLatch release = new CountDownLatch(1);
        SqlDecisionLog log = Samples.log(new RefusingDatabase(release), Map.of("queue", 5));

        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += log.offer(Samples.decision("d" + i)) ? 1 : 0;
        }

        assertThat(taken).isEqualTo(5);
        assertThat(log.dropped()).isEqualTo(15);
        release.countDown();
        log.close();
    }

    /** A database that quotes what it refuses, once it is let. */
    private record RefusingDatabase(CountDownLatch release) implements Database {

        @Override
        public <T> T read(Work<T> work) {
            throw new StoreException("Cannot read");
        }

        @Override
        public <T> T write(Work<T> work) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new StoreException("Cannot write 'private words'");
        }

        @Override
        public void migrate(String owner, Class<?> anchor) {}

        @Override
        public void migrate(String owner, List<String> scripts) {}

        @Override
        public void compact() {}

        @Override
        public String description() {
            return "refuses";
        }
    }
}
