package tacit.learn.proposers.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Trace;

class RunHalvesTest {

    private static Trace run(String id, String task, @Nullable Integer day) {
        Instant at = day == null ? null : Instant.EPOCH.plusSeconds(86_400L * day);
        return Trace.builder(id).taskKey(task).startedAt(at).build();
    }

    private static List<String> older(List<Trace> runs, @Nullable Integer day) {
        Instant from = day == null ? null : Instant.EPOCH.plusSeconds(86_400L * day);
        return RunHalves.older(runs, from).stream().map(Trace::id).sorted().toList();
    }

    @Test
    void takesTheTasksThatBeganFirstWithAllTheirRuns() {
        List<Trace> runs = List.of(run("a1", "a", 1), run("b1", "b", 2), run("c1", "c", 3), run("a2", "a", 9));

        assertThat(older(runs, null)).containsExactly("a1", "a2", "b1");
    }

    @Test
    void leavesOutWhatBeganWhenTheHeldOutQuestionsWereAsked() {
        List<Trace> runs = List.of(run("a1", "a", 1), run("b1", "b", 2), run("c1", "c", 3), run("a2", "a", 9));

        assertThat(older(runs, 9)).containsExactly("a1", "b1");
        assertThat(older(runs, 1)).isEmpty();
    }

    @Test
    void goesByTheTaskAloneWhereARunHasNoTime() {
        List<Trace> runs = new ArrayList<>();
        for (int task = 0; task < 40; task++) {
            runs.add(run(task + "/1", "task " + task, task));
            runs.add(run(task + "/2", "task " + task, task == 7 ? null : task));
        }

        List<String> older = older(runs, null);

        assertThat(older.size()).isBetween(20, 60).isEven();
        assertThat(older).filteredOn(id -> id.endsWith("/1")).hasSize(older.size() / 2);
        Collections.reverse(runs);
        assertThat(older(runs, null)).isEqualTo(older);
    }

    @Test
    void takesNoneOfNone() {
        assertThat(older(List.of(), null)).isEmpty();
    }
}
