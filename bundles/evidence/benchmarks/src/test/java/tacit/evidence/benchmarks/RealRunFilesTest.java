package tacit.evidence.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.trace.OutcomeLabel;
import tacit.evidence.ingest.FileReader;

/** Counts in real run files, where the folder of real data is there. */
class RealRunFilesTest {

    private final CollectingSink sink = new CollectingSink();
    private final FileReader reader = new FileReader(1L << 31, List.of(new InterCodeSource(), new TauBenchSource()));

    @Test
    void readsEverySqlTaskWithItsGrade() {
        read("intercode/sql/gpt-3.5-10-turns.json.gz");

        assertThat(sink.updates).hasSize(1_034);
        assertThat(sink.count(OutcomeLabel.FAILURE)).isEqualTo(545);
        assertThat(sink.taskKeys()).hasSize(1_034).allSatisfy(key -> assertThat(key)
                .matches("[0-9a-f]{64}"));
        assertThat(sink.refusals).isEmpty();
    }

    @Test
    void givesATaskTheSameKeyUnderEveryHarness() {
        read("intercode/sql/gpt-3.5-1-turn.json.gz");
        assertThat(sink.count(OutcomeLabel.SUCCESS)).isEqualTo(109);
        read("intercode/sql/gpt-3.5-1-turn-schema.json.gz");
        read("intercode/sql/gpt-3.5-10-turns-schema.json.gz");

        assertThat(sink.updates).hasSize(3 * 1_034);
        assertThat(sink.taskKeys()).hasSize(1_034);
        assertThat(sink.traceIds()).hasSize(3 * 1_034);
    }

    @Test
    void readsEveryBashTaskOfBothArms() {
        read("intercode/bash");

        assertThat(sink.updates).hasSize(2 * 147);
        assertThat(sink.taskKeys()).hasSize(147);
        assertThat(sink.tools()).containsOnly("bash", "submit");
    }

    @Test
    void readsEveryAirlineRunWithItsReward() {
        read("tau-bench-airline/gpt-4o-airline.json.gz");

        assertThat(sink.updates).hasSize(200);
        assertThat(sink.count(OutcomeLabel.FAILURE)).isEqualTo(116);
        assertThat(sink.taskKeys()).hasSize(50).contains("airline/0");
        assertThat(sink.traceIds()).hasSize(200);
        assertThat(sink.openToolCalls()).isZero();
    }

    @Test
    void readsRetailRunsAndPassesOverWhatLiesBesideThem() {
        read("agentrx-tau");

        assertThat(sink.updates).hasSize(100);
        assertThat(sink.count(OutcomeLabel.FAILURE)).isEqualTo(27);
        assertThat(sink.taskKeys()).hasSize(100).contains("retail/0");
        assertThat(sink.refusals)
                .anyMatch(refusal -> refusal.contains("tau_ground_truth") && refusal.contains("in none of the formats"))
                .anyMatch(refusal -> refusal.contains("retail_policy") && refusal.contains("Passed over"))
                .hasSize(3);
    }

    @Test
    void leavesWhatOnlyTheGraderKnewBehind() {
        read("intercode/bash/gpt-3.5-10-turns-fs1.json.gz");
        read("tau-bench-airline/gpt-4o-airline.json.gz");

        assertThat(sink.attributeNames()).noneMatch(name -> name.contains("reward") || name.contains("gold"));
        assertThat(sink.updates.toString()).doesNotContain("eval_obs", "answer_similarity", "reward_info", "r_outputs");
    }

    private void read(String path) {
        Path file = data().resolve(path);
        assumeTrue(Files.exists(file), () -> "No real data at " + file + ": set TACIT_DATA");
        reader.read(List.of(file), "auto", sink);
    }

    private static Path data() {
        Optional<String> named = Optional.ofNullable(System.getenv("TACIT_DATA"));
        String root = Optional.ofNullable(System.getenv("TACIT_ROOT")).orElse("../../..");
        return named.map(Path::of).orElseGet(() -> Path.of(root).resolve("../shared/data"));
    }
}
