package tacit.examples.records.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void heldOutTasksShareNothingWithTheOthers(long seed) {
        Workload workload = Workload.of(seed);

        for (Function<ChangeTask, String> part : List.<Function<ChangeTask, String>>of(
                ChangeTask::id,
                ChangeTask::name,
                ChangeTask::code,
                ChangeTask::value,
                task -> task.kind().name(),
                task -> task.kind().field())) {
            assertThat(all(workload.part(Part.HELD_OUT), part))
                    .doesNotContainAnyElementsOf(all(workload.part(Part.LEARNED), part));
            assertThat(all(workload.part(Part.LATER), part))
                    .doesNotContainAnyElementsOf(all(workload.part(Part.LEARNED), part))
                    .doesNotContainAnyElementsOf(all(workload.part(Part.HELD_OUT), part));
        }
        for (Part part : Part.values()) {
            assertThat(workload.part(part)).hasSize(48);
        }
    }

    private static Set<String> all(List<ChangeTask> tasks, Function<ChangeTask, String> part) {
        return tasks.stream().map(part).collect(Collectors.toSet());
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(Workload.of(7)).isEqualTo(Workload.of(7)).isNotEqualTo(Workload.of(8));
    }

    @Test
    void theUserSaysTheCodeWhereTheFormIsSo() {
        assertThat(Workload.of(1).tasks())
                .allSatisfy(task ->
                        assertThat(task.question().contains(task.code())).isEqualTo(task.part() == Part.CODED));
        assertThat(Workload.of(1).tasks()).extracting(ChangeTask::key).doesNotHaveDuplicates();
        assertThat(Workload.of(1).entries()).extracting(Register.Entry::code).doesNotHaveDuplicates();
    }
}
