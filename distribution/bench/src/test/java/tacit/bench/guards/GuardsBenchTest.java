package tacit.bench.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.bench.Folders;
import tacit.evidence.benchmarks.TauBenchSource;
import tacit.evidence.ingest.FileReader;
import tacit.learn.guards.RuleSearch;
import tacit.learn.guards.Thresholds;
import tacit.learn.guards.TraceHistories;

class GuardsBenchTest {

    @Test
    void learnsFromSomeTasksWhatHoldsForOthers(@TempDir Path folder) throws IOException {
        Map<String, Object> figures = run(invented(folder, "send_parcel", 1), invented(folder, "store_chest", 2));

        assertThat(figures).containsOnlyKeys("rules", "splits", "heldOut");
        assertThat(rows(figures, "splits"))
                .extracting(row -> row.get("name"))
                .containsExactly("even -> odd", "odd -> even", "first -> last", "last -> first", "transfer");
        assertThat(rows(figures, "rules")).extracting(row -> row.get("kind")).contains("UNSEEN_VALUE");
        assertThat(rows(figures, "splits"))
                .allSatisfy(row -> assertThat((Double) heldOut(row).get("lift")).isGreaterThan(1.3));
    }

    @Test
    void saysHowSureALiftIs(@TempDir Path folder) throws IOException {
        Map<String, Object> heldOut = heldOut(run(invented(folder, "send_parcel", 1), null));

        List<?> interval = (List<?>) heldOut.get("lift95");
        double lift = (Double) heldOut.get("lift");
        assertThat((Double) interval.get(0)).isLessThan(lift).isGreaterThan(1);
        assertThat((Double) interval.get(1)).isGreaterThan(lift);
        assertThat(heldOut).containsEntry("tasks", 40).containsEntry("runs", 120);
    }

    @Test
    void learnsNextToNothingFromOutcomesOfOtherTasks(@TempDir Path folder) throws IOException {
        Map<String, Object> figures = run(invented(folder, "send_parcel", 1), null);

        assertThat(rows(figures, "splits")).hasSize(4).allSatisfy(row -> {
            Map<?, ?> control = (Map<?, ?>) row.get("control");
            assertThat((Double) control.get("lift")).isCloseTo(1, Offset.offset(0.15));
            assertThat((Long) control.get("dealsWithRules")).isLessThanOrEqualTo(25);
        });
    }

    @Test
    void neverPartsTheRunsOfATask() {
        Set<String> tasks = new TreeSet<>(Set.of("shop/1", "shop/2", "shop/3", "shop/10", "none"));

        for (TaskSplit split : TaskSplit.all(tasks)) {
            assertThat(split.mined()).isSubsetOf(tasks).isNotEqualTo(tasks);
        }
        assertThat(TaskSplit.all(tasks).get(2).mined()).containsExactlyInAnyOrder("shop/1", "shop/2");
    }

    @Test
    void countsFlaggedRunsByTask() {
        Flags flags = new Flags(List.of(new Flags.Task(4, 3, 2, 2), new Flags.Task(4, 1, 2, 1)));

        assertThat(HeldOut.figures(flags))
                .containsEntry("baseRate", 0.5)
                .containsEntry("flagged", 4)
                .containsEntry("precision", 0.75)
                .containsEntry("recall", 0.75)
                .containsEntry("lift", 1.5);
    }

    @Test
    void reportsZeroWhereNothingIsFlagged() {
        assertThat(HeldOut.figures(new Flags(List.of(new Flags.Task(2, 1, 0, 0)))))
                .containsEntry("precision", 0.0)
                .containsEntry("lift95", List.of(0.0, 0.0));
    }

    @Test
    void refusesAFileWithoutGradedRuns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("none.json"), "[{\"task_id\": 1, \"traj\": []}]");

        assertThatThrownBy(() -> run(file, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + file + "' must hold graded runs of tasks");
    }

    /** The runs of an airline's agent, where the folder of real data is there. */
    @Nested
    class OnRealData {

        private static List<Map<String, Object>> splits;

        @BeforeAll
        static void runOnce() {
            Path data = Folders.data();
            assumeTrue(Files.isDirectory(data), () -> "No real data at " + data + ": set TACIT_DATA");
            splits = rows(
                    run(
                            data.resolve("tau-bench-airline/gpt-4o-airline.json.gz"),
                            data.resolve("agentrx-tau/tau_dataset_full.json.gz")),
                    "splits");
        }

        @Test
        void holdsOnOtherTasks() {
            for (Map<String, Object> split : splits.subList(0, 2)) {
                assertThat((Double) heldOut(split).get("precision")).isGreaterThanOrEqualTo(0.8);
                assertThat((Double) heldOut(split).get("recall")).isGreaterThanOrEqualTo(0.3);
            }
            assertThat((Double) heldOut(splits.get(2)).get("precision")).isGreaterThanOrEqualTo(0.75);
            assertThat((Double) heldOut(splits.get(2)).get("recall")).isGreaterThanOrEqualTo(0.1);
        }

        @Test
        void holdsInAnotherDomain() {
            assertThat((Double) heldOut(splits.get(4)).get("lift")).isGreaterThanOrEqualTo(1.25);
            assertThat((Double) heldOut(splits.get(4)).get("recall")).isGreaterThanOrEqualTo(0.3);
        }
    }

    private static Map<String, Object> run(Path input, @Nullable Path transfer) {
        List<String> arguments = new ArrayList<>(List.of("--input", input.toString()));
        if (transfer != null) {
            arguments.addAll(List.of("--transfer", transfer.toString()));
        }
        FileReader files = new FileReader(1L << 31, List.of(new TauBenchSource()));
        return new GuardsBench(files, new TraceHistories(), new RuleSearch(Thresholds.USUAL)).run(arguments);
    }

    /** Forty tasks of three runs each; a value that nobody wrote makes failure likely. */
    private static Path invented(Path folder, String tool, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> runs = new ArrayList<>();
        for (int task = 0; task < 40; task++) {
            for (int trial = 0; trial < 3; trial++) {
                boolean unseen = random.nextDouble() < 0.3;
                int reward = random.nextDouble() < (unseen ? 0.9 : 0.3) ? 0 : 1;
                runs.add(run(task, trial, reward, tool, unseen ? "P999" : "P100"));
            }
        }
        return Files.writeString(folder.resolve(tool + ".json"), runs.toString());
    }

    private static String run(int task, int trial, int reward, String tool, String value) {
        return """
                {"task_id": %d, "trial": %d, "reward": %d, "traj": [
                  {"role": "user", "content": "Yes, take P100"},
                  {"role": "assistant", "content": null, "tool_calls": [
                    {"id": "c1", "function": {"name": "%s", "arguments": "{\\"id\\": \\"%s\\"}"}}]},
                  {"role": "tool", "tool_call_id": "c1", "name": "%s", "content": "done"}]}
                """.formatted(task, trial, reward, tool, value, tool);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> heldOut(Map<String, Object> row) {
        return (Map<String, Object>) row.get("heldOut");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> figures, String name) {
        return (List<Map<String, Object>>) figures.get(name);
    }
}
