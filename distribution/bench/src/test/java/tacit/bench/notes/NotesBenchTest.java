package tacit.bench.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.evidence.benchmarks.TauBenchSource;
import tacit.evidence.ingest.FileReader;
import tacit.learn.notes.FactRun;

class NotesBenchTest {

    @TempDir
    Path folder;

    private final NotesBench bench = new NotesBench(new FileReader(1L << 31, List.of(new TauBenchSource())));

    /** Two runs of each task; the first one read the rules and succeeded. */
    private Path invented(boolean told) throws IOException {
        List<String> runs = new ArrayList<>();
        for (int task = 0; task < 12; task++) {
            runs.add(run(task, 0, 1, "Heavy parcels must be sent by freight."));
            runs.add(run(task, 1, 0, told ? "Heavy parcels must be sent by freight." : "Nothing was found."));
        }
        return Files.writeString(folder.resolve("depot.json"), "[" + String.join(",", runs) + "]");
    }

    private static String run(int task, int trial, int reward, String found) {
        return """
                {"task_id": %d, "trial": %d, "reward": %d, "info": {}, "traj": [
                 {"role": "user", "content": "Send my parcel"},
                 {"role": "assistant", "content": null, "tool_calls": [{"id": "a", "function":
                   {"name": "get_rules", "arguments": "{}"}}]},
                 {"role": "tool", "tool_call_id": "a", "name": "get_rules", "content": "%s"},
                 {"role": "assistant", "content": "It is done"}]}""".formatted(task, trial, reward, found);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> figures, String name) {
        return (List<Map<String, Object>>) figures.get(name);
    }

    @Test
    void findsWhatFailedRunsLackedAndNextToNothingByChance() throws IOException {
        Map<String, Object> figures =
                bench.run(List.of("--input", invented(false).toString()));

        assertThat(figures)
                .containsEntry("runs", 24)
                .containsEntry("failed", 12L)
                .containsEntry("tasks", 12L);
        assertThat(rows(figures, "looks")).hasSize(4).allSatisfy(look -> {
            assertThat(look).containsEntry("mixedTasks", 12);
            assertThat(rows(look, "notes")).singleElement().satisfies(note -> assertThat(note)
                    .containsEntry("tasksFor", 12)
                    .containsEntry("badKnew", 0));
            assertThat((Long) look.get("controlDealsWithNotes")).isLessThanOrEqualTo(10);
        });
        assertThat(figures.toString()).doesNotContain("parcels");
    }

    @Test
    void findsNothingThatBothEndsMet() throws IOException {
        Map<String, Object> figures =
                bench.run(List.of("--input", invented(true).toString()));

        assertThat(rows(figures, "looks"))
                .allSatisfy(look -> assertThat(rows(look, "notes")).isEmpty());
    }

    @Test
    void dealsEndsWithinEachTask() {
        List<FactRun> runs = IntStream.range(0, 40)
                .mapToObj(i -> new FactRun("t" + i, "task " + i / 4, "", i % 4 == 0, 3, Map.of(), Set.of()))
                .toList();

        List<FactRun> dealt = Deal.of(runs, 1);

        assertThat(dealt)
                .extracting(FactRun::traceId)
                .isEqualTo(runs.stream().map(FactRun::traceId).toList());
        assertThat(dealt).isNotEqualTo(runs);
        for (int task = 0; task < 10; task++) {
            assertThat(dealt.subList(4 * task, 4 * task + 4))
                    .filteredOn(FactRun::failed)
                    .hasSize(1);
        }
    }

    @Test
    void refusesAnInputWithoutGradedRuns() throws IOException {
        Path empty = Files.writeString(
                folder.resolve("none.json"), "[" + run(1, 0, 0, "x").replace("\"reward\": 0,", "") + "]");

        assertThatIllegalArgumentException().isThrownBy(() -> bench.run(List.of("--input", empty.toString())));
    }
}
