package tacit.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.bench.clusters.TemporaryDatabase;

class ContextBenchTest {

    private static final int FEW = 300;

    @TempDir
    Path folder;

    @Test
    void measuresBothWaysOnTheSameMemories() throws Exception {
        Map<String, Object> figures =
                new ContextBench().run(List.of("--records", "300", "--calls", "5", "--warm", "3"));

        assertThat(figures)
                .containsEntry("records", FEW)
                .containsEntry("firstCalls", 3)
                .containsEntry("calls", 5)
                .containsKeys(
                        "firstContextMs",
                        "firstRecallMs",
                        "contextMs",
                        "recallMs",
                        "referenceContextMs",
                        "referenceRecallMs",
                        "recallRatio");
    }

    @Test
    void bothWaysFindTheMemoryThatWasAskedFor() throws Exception {
        try (TemporaryDatabase database = new TemporaryDatabase();
                TacitMemory tacit = new TacitMemory(database.database(), folder, List.of(new WordVectors()));
                ReferenceMemory reference = new ReferenceMemory(folder)) {
            tacit.load(FEW);
            reference.load(FEW);

            String question = MemoryWorld.question(42);

            assertThat(tacit.recall(question, 5)).anyMatch(hit -> MemoryWorld.text(42)
                    .startsWith(hit.snippet().substring(0, 40)));
            assertThat(reference.recall(question, 5)).contains(43L);
            assertThat(tacit.context(question)).isPositive();
            assertThat(reference.context(question)).contains(43L);
        }
    }

    @Test
    void theSameNumberIsTheSameMemory() {
        assertThat(MemoryWorld.text(7)).isEqualTo(MemoryWorld.text(7)).isNotEqualTo(MemoryWorld.text(8));
    }

    @Test
    void aShareOfTheCallsTookNoLonger() {
        Latencies latencies = new Latencies();
        latencies.time(() -> {});

        assertThat(latencies.figures()).containsOnlyKeys("p50", "p95", "p99");
        assertThat(latencies.millis(0.5)).isLessThanOrEqualTo(latencies.millis(0.99));
    }

    @Test
    void theWriterTellsWhatAWriteThrew() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        SteadyWriter writer = new SteadyWriter(1000, 0, number -> {
            begun.countDown();
            throw new IllegalStateException("full");
        });
        begun.await();

        assertThatThrownBy(writer::close).hasMessage("full");
        assertThat(writer.written()).isZero();
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThatThrownBy(() -> new ContextBench().run(List.of("--rows", "5")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
