package tacit.pulse.executors.work;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskOrder;
import tacit.api.experiment.Arms;
import tacit.api.experiment.Evaluator;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelChoice;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;

/** Which model a task is to be done with. Thread-safe. */
@Component(service = WorkModels.class)
public final class WorkModels {

    private static final Logger log = LoggerFactory.getLogger(WorkModels.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ModelChoice models;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    /**
     * The model that the harness says, by the arm of the task's profile. Work of an experiment is where it belongs already. Empty
     * where nothing is set or nobody can be asked: the agent goes on with its own.
     */
    Optional<String> of(TaskOrder order) {
        ModelChoice choice = models;
        if (choice == null) {
            return Optional.empty();
        }
        TaskBrief brief = order.brief();
        try {
            ModelAnswer answer = Arms.serve(
                    arms,
                    brief.workspaceId(),
                    ofAnExperiment(brief) ? null : Arms.unit(brief.profileId(), brief.userId(), null),
                    () -> choice.choose(question(order)));
            return answer.chosen() ? Optional.ofNullable(answer.model()) : Optional.empty();
        } catch (RuntimeException e) {
            log.warn("No model was chosen for a task: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Its baseline must not be led to the candidate of a canary either. */
    private static boolean ofAnExperiment(TaskBrief brief) {
        return brief.attributes().getOrDefault("batch", "").startsWith(Evaluator.BATCH);
    }

    private static ModelQuestion question(TaskOrder order) {
        String agent = new Settings(order.deviceSettings()).get("agent");
        return ModelQuestion.of(ModelPurpose.AGENT, agent.isEmpty() ? null : agent);
    }
}
