package tacit.adapt.progress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.TaskLearning;
import tacit.api.harness.Role;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/** Keeps each report as a document, which is never changed. Thread-safe. */
@Component(property = Role.PROPERTY + "=learning-progress")
public final class StoredProgress implements LearningProgress {

    private static final int AT_ONCE = 500;

    /** A name of a document has room for so much. */
    private static final int LONGEST = 300;

    private final StateStore states;
    private final TraceStore traces;

    @Activate
    public StoredProgress(@Reference StateStore states, @Reference TraceStore traces) {
        this.states = states;
        this.traces = traces;
    }

    @Override
    public Optional<TaskLearning> report(Scope scope, String taskId, RunLearning learning, Instant at) {
        return traces.find(scope, taskId).filter(StoredProgress::ended).flatMap(run -> {
            TaskLearning report = Composing.report(run, learning, at);
            List<TaskLearning> before = of(run.trace());
            boolean known = !before.isEmpty() && Composing.sameAs(before.get(before.size() - 1), report);
            return known ? Optional.empty() : kept(scope.workspaceId(), report, before.size());
        });
    }

    private static boolean ended(RecordedTrace run) {
        TraceStatus status = run.trace().status();
        return status == TraceStatus.COMPLETED || status == TraceStatus.FAILED;
    }

    /** Its place among the reports of its run is its key: of two that are made at once, one is kept. */
    private Optional<TaskLearning> kept(String workspaceId, TaskLearning report, int place) {
        Scope owner = new Scope(workspaceId, report.userId());
        String key = key(report.taskId(), place);
        return states.put(owner, TaskLearning.KIND, key, 0, ReportText.of(report), List.of(report.taskId()))
                .map(ReportText::read);
    }

    private static String key(String taskId, int place) {
        String task = taskId.length() <= LONGEST
                ? taskId
                : UUID.nameUUIDFromBytes(taskId.getBytes(StandardCharsets.UTF_8))
                        .toString();
        return task + "/" + place;
    }

    @Override
    public List<TaskLearning> reviewed(Scope scope, SkillLook review, Instant at) {
        List<TaskLearning> added = new ArrayList<>();
        for (String task : tasksOf(scope, review)) {
            List<TaskLearning> before = of(scope, task);
            if (!before.isEmpty() && !Composing.tellsOf(before.get(before.size() - 1), review)) {
                TaskLearning next = Composing.reviewed(before.get(before.size() - 1), review, at);
                kept(scope.workspaceId(), next, before.size()).ifPresent(added::add);
            }
        }
        return added;
    }

    private List<String> tasksOf(Scope scope, SkillLook review) {
        return all(scope, -1).stream()
                .filter(report -> Composing.names(report, review))
                .map(TaskLearning::taskId)
                .distinct()
                .toList();
    }

    @Override
    public List<TaskLearning> of(Scope scope, String taskId) {
        return traces.find(scope, taskId).map(run -> of(run.trace())).orElse(List.of());
    }

    private List<TaskLearning> of(Trace run) {
        Scope owner = new Scope(run.workspaceId(), run.userId());
        List<TaskLearning> reports = new ArrayList<>();
        Optional<StateDocument> next = states.find(owner, TaskLearning.KIND, key(run.id(), 0));
        while (next.isPresent()) {
            reports.add(ReportText.read(next.get()));
            next = states.find(owner, TaskLearning.KIND, key(run.id(), reports.size()));
        }
        return reports;
    }

    @Override
    public List<TaskLearning> after(Scope scope, long sequence, int limit) {
        return all(scope, sequence).stream().limit(limit).toList();
    }

    @Override
    public List<TaskLearning> latest(Scope scope, int limit) {
        return states.list(scope, StateFilter.of(TaskLearning.KIND), limit).stream()
                .map(ReportText::read)
                .toList();
    }

    /** Those behind a place, the first first; they are read from the end, where what is asked for mostly lies. */
    private List<TaskLearning> all(Scope scope, long sequence) {
        List<TaskLearning> all = new ArrayList<>();
        StateFilter filter = StateFilter.of(TaskLearning.KIND);
        List<StateDocument> some = states.list(scope, filter, AT_ONCE);
        while (!some.isEmpty()) {
            for (StateDocument document : some) {
                if (document.sequence() > sequence) {
                    all.add(ReportText.read(document));
                }
            }
            long last = some.get(some.size() - 1).sequence();
            some = last <= sequence || some.size() < AT_ONCE
                    ? List.of()
                    : states.list(scope, filter.readingOn(last), AT_ONCE);
        }
        Collections.reverse(all);
        return all;
    }
}
