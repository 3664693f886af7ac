package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.LearningStep.Status;
import tacit.api.adapt.TaskLearning;
import tacit.api.command.Command;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;

class LearningCommandsTest {

    private final List<TaskLearning> reports = new ArrayList<>(List.of(report(1, "t1"), report(2, "t2")));
    private final List<String> followed = new ArrayList<>();
    private final LearningCommands commands = new LearningCommands(new ListFeed());
    private final ShellLines shell = new ShellLines().with(commands, "learning");

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void showsTheLastReports() {
        assertThat(shell.run("tacit:learning")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("t1", "t2", "reinforced", "skill_reviewed", "Review the skill proposal sp_1");
    }

    @Test
    void showsEachStageOfARun() {
        shell.run("tacit:learning t1");

        assertThat(shell.out()).contains("memory_captured", "done", "{memories=[m1]}", "skill_reviewed", "pending");
    }

    @Test
    void refusesMoreThanOneRun() {
        assertThat(shell.run("tacit:learning t1 t2")).isEqualTo(Command.FAILED);

        assertThat(shell.err()).contains("learning knows one run");
    }

    @Test
    void followsReportsToComeUntilItIsStopped() {
        shell.run("tacit:learning --follow t3");

        assertThat(shell.out())
                .contains("2026-03-01T12:00:00Z  t3  reinforced  Tidy up; next: Review the skill proposal sp_1")
                .doesNotContain("t4  reinforced");
        assertThat(followed).containsExactly("follow", "left");
    }

    private static TaskLearning report(long sequence, String task) {
        return new TaskLearning(
                "learn_" + task,
                sequence,
                task,
                "nora",
                "Tidy up",
                TraceStatus.COMPLETED,
                TaskLearning.Outcome.REINFORCED,
                Instant.parse("2026-03-01T12:00:00Z"),
                "Done",
                List.of(
                        step(Stage.MEMORY_CAPTURED, Status.DONE, Map.of("memories", List.of("m1"))),
                        step(Stage.SKILL_REVIEWED, Status.PENDING, Map.of())),
                "Review the skill proposal sp_1",
                List.of());
    }

    private static LearningStep step(Stage stage, Status status, Map<String, List<String>> ids) {
        return new LearningStep(stage, status, "Title", "What", List.of(), new TreeMap<>(ids), new TreeMap<>());
    }

    /** Two reports come as soon as somebody follows; then the commands are stopped. */
    private final class ListFeed implements LearningFeed {

        @Override
        public List<TaskLearning> of(Scope scope, String taskId) {
            return reports.stream()
                    .filter(report -> report.taskId().equals(taskId))
                    .toList();
        }

        @Override
        public List<TaskLearning> latest(Scope scope, int limit) {
            return reports.stream()
                    .sorted((a, b) -> Long.compare(b.sequence(), a.sequence()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<TaskLearning> after(Scope scope, long sequence, int limit) {
            List<TaskLearning> news = reports.stream()
                    .filter(report -> report.sequence() > sequence)
                    .toList();
            if (news.isEmpty()) {
                commands.stop();
            }
            return news;
        }

        @Override
        public Following follow(Scope scope, Consumer<TaskLearning> listener) {
            followed.add("follow");
            reports.add(report(3, "t3"));
            reports.add(report(4, "t4"));
            listener.accept(report(3, "t3"));
            return () -> followed.add("left");
        }
    }
}
