package tacit.learn.evals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskSplitTest {

    @Test
    void putsTheOlderHalfOfTheTasksFirst() {
        TaskSplit split = TaskSplit.deal(
                List.of(member("a", 10), member("b", 30), member("c", 20), member("d", 40)), null, Map.of());

        assertThat(split.splitBy()).isEqualTo("time");
        assertThat(split.sides()).isEqualTo(Map.of("a", Side.OLDER, "c", Side.OLDER, "b", Side.NEWER, "d", Side.NEWER));
    }

    @Test
    void neverDividesRunsOfOneTask() {
        TaskSplit split = TaskSplit.deal(List.of(member("a", 10), member("a", 90), member("b", 50)), null, Map.of());

        assertThat(split.sides()).isEqualTo(Map.of("a", Side.OLDER, "b", Side.NEWER));
    }

    @Test
    void aMemberWithoutTimeMakesItSplitByTask() {
        assertThat(TaskSplit.deal(List.of(member("a", 10), member("b", null)), null, Map.of())
                        .splitBy())
                .isEqualTo("task");
    }

    @Test
    void splitsByTaskIntoTwoPartsOfLikeSize() {
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < 400; index++) {
            members.add(member("task " + index, null));
        }

        long older = TaskSplit.deal(members, null, Map.of()).sides().values().stream()
                .filter(Side.OLDER::equals)
                .count();

        assertThat(older).isBetween(160L, 240L);
    }

    @Test
    void keepsEverySideThatWasDealt() {
        TaskSplit first = TaskSplit.deal(List.of(member("a", 10), member("b", 20)), null, Map.of());

        TaskSplit second = TaskSplit.deal(
                List.of(member("z", 1), member("a", 10), member("b", 20), member("c", 30)), "time", first.sides());

        assertThat(second.sides()).containsAllEntriesOf(first.sides());
        assertThat(second.sides()).containsEntry("c", Side.NEWER).containsEntry("z", Side.NEWER);
    }

    @Test
    void dealsTheSameWhateverTheOrderOfMembers() {
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < 50; index++) {
            members.add(member("task " + index % 17, index * 7 % 31));
        }
        TaskSplit split = TaskSplit.deal(members, null, Map.of());

        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(members, random);
            assertThat(TaskSplit.deal(members, null, Map.of())).isEqualTo(split);
        }
        assertThat(Set.copyOf(split.sides().values())).containsExactlyInAnyOrder(Side.OLDER, Side.NEWER);
    }

    private static Member member(String task, @Nullable Integer second) {
        return new Member("trace of " + task, task, second == null ? null : Instant.ofEpochSecond(second));
    }
}
