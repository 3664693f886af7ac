package tacit.pulse.executors.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskOrder;
import tacit.api.experiment.Arms;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;

class WorkModelsTest {

    private final List<ModelQuestion> asked = new ArrayList<>();
    private final List<String> served = new ArrayList<>();
    private final WorkModels models = new WorkModels();

    WorkModelsTest() {
        models.models = question -> {
            asked.add(question);
            return ModelAnswer.of("large-2", "It is set for all");
        };
        models.arms = new Arms() {

            @Override
            public <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception {
                served.add(workspaceId + " " + unit);
                return work.call();
            }
        };
    }

    private static TaskOrder order(Map<String, String> settings, Map<String, String> attributes) {
        TaskBrief brief = new TaskBrief(
                "b1",
                "p1",
                "w1",
                "anna",
                "heartbeat",
                "run-1",
                "Look at the pump",
                "Which pump is it?",
                "",
                List.of(),
                null,
                null,
                Duration.ofMinutes(1),
                0,
                0,
                Map.of(),
                attributes);
        return new TaskOrder("ex-1", 1, brief, "here", settings, null, 1_000);
    }

    private static TaskOrder order(Map<String, String> settings) {
        return order(settings, Map.of());
    }

    @Test
    void asksForTheAgentOfTheDeviceByTheArmOfTheProfile() {
        assertThat(models.of(order(Map.of("agent", "coder")))).contains("large-2");
        assertThat(models.of(order(Map.of()))).contains("large-2");

        assertThat(asked)
                .containsExactly(
                        ModelQuestion.of(ModelPurpose.AGENT, "coder"), ModelQuestion.of(ModelPurpose.AGENT, null));
        assertThat(served).containsExactly("w1 profile p1", "w1 profile p1");
    }

    @Test
    void leavesBothArmsOfAnExperimentWhereTheyAreLed() {
        assertThat(models.of(order(Map.of(), Map.of("batch", "experiment/e1/1/baseline"))))
                .contains("large-2");
        assertThat(models.of(order(Map.of(), Map.of("batch", "experiment/e1/1/candidate", "trial", "e1"))))
                .contains("large-2");
        assertThat(served).isEmpty();
    }

    @Test
    void saysNothingWhereNothingIsSetOrNobodyAnswers() {
        models.models = question -> ModelAnswer.own("small-1");
        assertThat(models.of(order(Map.of()))).isEmpty();
        models.models = question -> {
            throw new IllegalStateException("no provider");
        };
        assertThat(models.of(order(Map.of()))).isEmpty();
        models.models = null;
        assertThat(models.of(order(Map.of()))).isEmpty();
    }
}
