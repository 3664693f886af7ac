package tacit.bench.month;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.ExecutionListener;
import tacit.api.execute.Executions;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/**
 * Work of the outside world: each takes between ten minutes and two hours of simulated time, and one in six fails. What was given
 * survives a kill, as it does in a host: it lies in a journal. Confined to one thread.
 */
final class Work implements Executions {

    private final Clock clock;
    private final Journal journal;
    private final Map<String, Execution> byId = new LinkedHashMap<>();
    private final Set<String> untold = new HashSet<>();
    private final Map<String, String> lastOf = new HashMap<>();
    private final List<String> profiles = new ArrayList<>();
    private int doubled;

    Work(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        journal.executions().forEach(this::keep);
        byId.values().stream().filter(one -> one.state().ended()).forEach(one -> untold.add(one.id()));
    }

    void profiles(List<String> ids) {
        profiles.addAll(ids);
    }

    String profile(int number) {
        return profiles.get(number);
    }

    /** How often the same work was given as two. */
    int doubled() {
        return doubled;
    }

    /** The last execution of a workspace that ended; null for none. */
    @Nullable
    String last(String workspaceId) {
        return lastOf.get(workspaceId);
    }

    private void keep(Execution execution) {
        byId.put(execution.id(), execution);
        if (execution.state().ended()) {
            lastOf.put(execution.brief().workspaceId(), execution.id());
        }
    }

    private void change(Execution execution) {
        journal.write(execution);
        keep(execution);
    }

    /** Ends what is done by now, and tells of each end until it was heard. */
    void advance(Instant now, ExecutionListener listener) {
        for (Execution one : List.copyOf(byId.values())) {
            if (one.state() == State.RUNNING && !now.isBefore(end(one))) {
                change(ended(one, now));
                untold.add(one.id());
            }
        }
        List<String> told = new ArrayList<>(untold);
        told.sort(Comparator.naturalOrder());
        for (String id : told) {
            find(id).ifPresent(listener::ended);
            untold.remove(id);
        }
    }

    private static int chance(Execution execution, int salt, int bound) {
        return Math.floorMod(((execution.brief().id() + salt).hashCode() * 0x9E3779B9) >>> 7, bound);
    }

    private static Instant end(Execution execution) {
        Instant start = execution.startedAt() == null ? execution.createdAt() : execution.startedAt();
        return start.plus(Duration.ofMinutes(10 + chance(execution, 1, 110)));
    }

    private static Execution ended(Execution one, Instant now) {
        boolean good = chance(one, 2, 6) != 0;
        TaskResult result = new TaskResult(
                good,
                good ? "done" : "",
                good ? null : "it did not work",
                false,
                1_000L + chance(one, 3, 20_000),
                10_000L + chance(one, 4, 90_000),
                null,
                Map.of());
        return state(one, good ? State.SUCCEEDED : State.FAILED, result, one.startedAt(), now);
    }

    private static Execution state(
            Execution one, State state, @Nullable TaskResult result, @Nullable Instant start, @Nullable Instant end) {
        return new Execution(
                one.id(),
                one.brief(),
                state,
                one.approvalId(),
                "simulated",
                "world",
                List.of(),
                1,
                result,
                one.createdAt(),
                start,
                end);
    }

    @Override
    public Execution submit(TaskBrief brief, @Nullable String approvalId) {
        String id = "x-" + brief.id();
        Execution known = byId.get(id);
        if (known != null) {
            doubled += known.brief().prompt().equals(brief.prompt()) ? 0 : 1;
            return known;
        }
        Instant now = clock.instant();
        State state = approvalId == null ? State.RUNNING : State.WAITING;
        Execution given = new Execution(
                id,
                brief,
                state,
                approvalId,
                null,
                null,
                List.of(),
                0,
                null,
                now,
                approvalId == null ? now : null,
                null);
        change(given);
        return given;
    }

    @Override
    public boolean release(String id, String by) {
        Optional<Execution> waiting = find(id).filter(one -> one.state() == State.WAITING);
        waiting.ifPresent(one -> change(state(one, State.RUNNING, null, clock.instant(), null)));
        return waiting.isPresent();
    }

    @Override
    public boolean cancel(String id, String by, String reason) {
        Optional<Execution> open = find(id).filter(one -> !one.state().ended());
        open.ifPresent(one -> {
            change(state(one, State.CANCELLED, null, one.startedAt(), clock.instant()));
            untold.add(id);
        });
        return open.isPresent();
    }

    @Override
    public Optional<Execution> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Execution> ofBrief(String briefId) {
        return find("x-" + briefId);
    }

    @Override
    public Page<Execution> list(
            @Nullable String profileId, @Nullable String workspaceId, @Nullable State state, PageRequest page) {
        List<Execution> all = byId.values().stream()
                .filter(one -> profileId == null || one.brief().profileId().equals(profileId))
                .filter(one -> workspaceId == null || one.brief().workspaceId().equals(workspaceId))
                .filter(one -> state == null || one.state() == state)
                .toList();
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    @Override
    public List<Execution> open(@Nullable String profileId) {
        return byId.values().stream()
                .filter(one -> !one.state().ended())
                .filter(one -> profileId == null || one.brief().profileId().equals(profileId))
                .toList();
    }

    @Override
    public List<String> executors() {
        return List.of("simulated");
    }

    @Override
    public List<Device> devices() {
        return List.of();
    }
}
