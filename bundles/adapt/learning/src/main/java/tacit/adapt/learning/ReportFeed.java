package tacit.adapt.learning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.TaskLearning;
import tacit.api.event.Events;
import tacit.api.store.Scope;

/** Passes each new report on to those who follow. Thread-safe. */
@Component(service = {LearningFeed.class, ReportFeed.class})
public final class ReportFeed implements LearningFeed {

    private static final Logger log = LoggerFactory.getLogger(ReportFeed.class);

    private final LearningProgress progress;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    /** Hears of reports too, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public ReportFeed(@Reference LearningProgress progress) {
        this.progress = progress;
    }

    @Override
    public List<TaskLearning> of(Scope scope, String taskId) {
        return progress.of(scope, taskId);
    }

    @Override
    public List<TaskLearning> latest(Scope scope, int limit) {
        return progress.latest(scope, limit);
    }

    @Override
    public List<TaskLearning> after(Scope scope, long sequence, int limit) {
        return progress.after(scope, sequence, limit);
    }

    @Override
    public Following follow(Scope scope, Consumer<TaskLearning> listener) {
        Follower follower = new Follower(scope, listener);
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    void publish(String workspaceId, TaskLearning report) {
        Events news = events;
        if (news != null) {
            String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
            Map<String, String> facts = Map.of("task", report.taskId(), "outcome", outcome);
            news.tell(new Scope(workspaceId, report.userId()), "learning.reported", report.id(), facts);
        }
        for (Follower follower : followers) {
            if (follower.mayHear(workspaceId, report)) {
                tell(follower, report);
            }
        }
    }

    private static void tell(Follower follower, TaskLearning report) {
        try {
            follower.listener().accept(report);
        } catch (RuntimeException e) {
            log.warn("Cannot tell of report '{}'", report.id(), e);
        }
    }

    private record Follower(Scope scope, Consumer<TaskLearning> listener) {

        boolean mayHear(String workspaceId, TaskLearning report) {
            return scope.workspaceId().equals(workspaceId)
                    && scope.user().map(user -> user.equals(report.userId())).orElse(true);
        }
    }
}
