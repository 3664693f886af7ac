package tacit.pulse.loop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Work in memory that a test ends; it outlives the host of a test. */
final class FakeExecutions implements Executions {

    final Map<String, Execution> all = new LinkedHashMap<>();
    final List<String> begun = new ArrayList<>();
    boolean noRoute;
    private final Clock clock;

    FakeExecutions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Execution submit(TaskBrief brief, @Nullable String approvalId) {
        if (noRoute) {
            throw new IllegalArgumentException("No route leads anywhere: tried process");
        }
        String id = "x-" + brief.id();
        if (!all.containsKey(id)) {
            Execution.State state = approvalId == null ? Execution.State.RUNNING : Execution.State.WAITING;
            all.put(id, execution(id, brief, state, approvalId, null));
            if (approvalId == null) {
                begun.add(brief.id());
            }
        }
        return all.get(id);
    }

    private Execution execution(
            String id,
            TaskBrief brief,
            Execution.State state,
            @Nullable String approvalId,
            @Nullable TaskResult result) {
        return new Execution(
                id,
                brief,
                state,
                approvalId,
                "fake",
                "here",
                List.of(),
                1,
                result,
                clock.instant(),
                clock.instant(),
                state.ended() ? clock.instant() : null);
    }

    @Override
    public boolean release(String id, String by) {
        Execution execution = all.get(id);
        if (execution == null || execution.state() != Execution.State.WAITING) {
            return false;
        }
        all.put(id, execution(id, execution.brief(), Execution.State.RUNNING, execution.approvalId(), null));
        begun.add(execution.brief().id());
        return true;
    }

    /** Ends work; the caller tells of it. */
    Execution end(String id, TaskResult result) {
        Execution before = all.get(id);
        Execution ended = execution(
                id,
                before.brief(),
                result.succeeded() ? Execution.State.SUCCEEDED : Execution.State.FAILED,
                before.approvalId(),
                result);
        all.put(id, ended);
        return ended;
    }

    @Override
    public boolean cancel(String id, String by, String reason) {
        Execution before = all.get(id);
        if (before == null || before.state().ended()) {
            return false;
        }
        all.put(id, execution(id, before.brief(), Execution.State.CANCELLED, before.approvalId(), null));
        return true;
    }

    @Override
    public Optional<Execution> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<Execution> ofBrief(String briefId) {
        return find("x-" + briefId);
    }

    @Override
    public Page<Execution> list(
            @Nullable String profileId,
            @Nullable String workspaceId,
            Execution.@Nullable State state,
            PageRequest page) {
        return new Page<>(List.copyOf(all.values()), 0, all.size());
    }

    @Override
    public List<Execution> open(@Nullable String profileId) {
        return all.values().stream()
                .filter(execution -> !execution.state().ended())
                .toList();
    }

    @Override
    public List<String> executors() {
        return List.of("fake");
    }

    @Override
    public List<Device> devices() {
        return List.of();
    }
}
