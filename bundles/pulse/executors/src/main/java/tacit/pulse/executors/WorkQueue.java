package tacit.pulse.executors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.Execution;
import tacit.api.execute.TaskResult;
import tacit.api.store.Database;

/** Begins what is queued as devices have room, stops what is out of time, and writes how it ended. Looks from one thread. */
final class WorkQueue {

    private static final Logger log = LoggerFactory.getLogger(WorkQueue.class);
    private static final int AT_ONCE = 100;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Database database;
    private final Devices devices;
    private final LiveWork live;
    private final Worker worker;
    private final Clock clock;
    private final String host;
    private final Duration patience;
    private final int threads;
    private final ExecutorService pool;
    private final Instant begun;
    private final Queue<Ending> unwritten = new ConcurrentLinkedQueue<>();

    WorkQueue(
            Database database,
            Devices devices,
            LiveWork live,
            Worker worker,
            Clock clock,
            String host,
            Duration patience,
            int threads) {
        this.database = database;
        this.devices = devices;
        this.live = live;
        this.worker = worker;
        this.clock = clock;
        this.host = host;
        this.patience = patience;
        this.threads = threads;
        begun = clock.instant();
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "tacit-execution");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What ran when this host went down is failed: nobody knows how far it came, so it is never begun again by itself. */
    void recover() {
        List<Execution> left = database.read(session -> new ExecutionRows(session).running(host));
        left.forEach(
                one -> write(failed(one, TaskResult.failed(Ending.INTERRUPTED), "interrupted: the host went down")));
    }

    private Ending failed(Execution execution, TaskResult result, String line) {
        List<String> lines = new ArrayList<>(execution.routing());
        lines.add(line);
        return new Ending(execution.id(), host, result, false, lines);
    }

    void look() {
        writeAgain();
        stopWhatIsOver();
        long offset = 0;
        List<Execution> some = queued(offset);
        while (!some.isEmpty() && live.works().size() < threads) {
            long begun = some.stream().filter(this::begin).count();
            offset += some.size() - begun;
            some = some.size() < AT_ONCE ? List.of() : queued(offset);
        }
    }

    private List<Execution> queued(long offset) {
        return database.read(session -> new ExecutionRows(session).queued(offset, AT_ONCE));
    }

    /** Whether it is queued no more. */
    private boolean begin(Execution execution) {
        if (live.works().size() >= threads) {
            return false;
        }
        Route route = devices.route(execution.brief());
        if (route.targets().isEmpty()) {
            return isPatientNoMore(execution) && giveUp(execution, route);
        }
        Instant now = clock.instant();
        LiveWork.Work work =
                new LiveWork.Work(execution.id(), now.plus(execution.brief().timeout()));
        List<String> lines = new ArrayList<>(execution.routing());
        route.passedOver().stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        Optional<Target> free = route.targets().stream()
                .filter(target -> {
                    boolean entered = live.enter(work, target);
                    lines.add(
                            entered
                                    ? "chosen " + target.name() + " with " + target.executor() + ": priority "
                                            + target.priority()
                                    : "passed over " + target.name() + ": all " + target.capacity()
                                            + " places are taken");
                    return entered;
                })
                .findFirst();
        return free.isPresent() && begin(execution, work, free.get(), lines, now);
    }

    private boolean begin(Execution execution, LiveWork.Work work, Target target, List<String> lines, Instant now) {
        Doing doing = new Doing(target.executor(), target.name(), lines, 1, host);
        boolean mine = false;
        try {
            mine = database.write(session -> new ExecutionRows(session).begin(execution.id(), doing, now));
        } finally {
            if (!mine) {
                live.end(work);
            }
        }
        if (mine) {
            pool.execute(() -> run(execution, work, target, lines));
        }
        return true;
    }

    private void run(Execution execution, LiveWork.Work work, Target target, List<String> lines) {
        try {
            write(worker.run(execution, work, target, lines));
        } finally {
            live.end(work);
        }
    }

    private boolean isPatientNoMore(Execution execution) {
        Instant since = execution.createdAt().isAfter(begun) ? execution.createdAt() : begun;
        return !since.plus(patience).isAfter(clock.instant());
    }

    /** It begins and ends in one write, on no device. */
    private boolean giveUp(Execution execution, Route route) {
        List<String> lines = new ArrayList<>(execution.routing());
        lines.addAll(route.passedOver());
        lines.add("no device takes it any more");
        TaskResult result =
                TaskResult.unavailable(route.refusal(execution.brief().id()));
        Instant now = clock.instant();
        return database.write(session -> {
            ExecutionRows rows = new ExecutionRows(session);
            return rows.begin(execution.id(), new Doing(null, null, lines, 0, host), now)
                    && rows.end(execution.id(), host, result, false, lines, now);
        });
    }

    /** What is out of time is interrupted; what does not end then keeps its place, and is failed. */
    private void stopWhatIsOver() {
        Instant now = clock.instant();
        Set<String> running = database.read(session -> new ExecutionRows(session).running(host)).stream()
                .map(Execution::id)
                .collect(Collectors.toSet());
        for (LiveWork.Work work : live.works()) {
            if (!running.contains(work.id)) {
                live.stop(work.id, LiveWork.Why.CANCELLED);
            } else if (now.isAfter(work.deadline)) {
                live.stop(work.id, LiveWork.Why.OUT_OF_TIME);
                if (now.isAfter(work.deadline.plus(GRACE))) {
                    failStuck(work);
                }
            }
        }
    }

    private void failStuck(LiveWork.Work work) {
        database.read(session -> new ExecutionRows(session).find(work.id))
                .ifPresent(one -> write(failed(
                        one,
                        TaskResult.failed("Out of time, and its executor does not stop"),
                        "out of time: its place stays taken until the executor ends")));
    }

    private void write(Ending ending) {
        try {
            database.write(session -> new ExecutionRows(session)
                    .end(
                            ending.executionId(),
                            ending.host(),
                            ending.result(),
                            ending.overBudget(),
                            ending.routing(),
                            clock.instant()));
        } catch (RuntimeException e) {
            log.warn("Cannot write how execution '{}' ended; it is tried again", ending.executionId(), e);
            unwritten.add(ending);
        }
    }

    private void writeAgain() {
        for (int left = unwritten.size(); left > 0; left--) {
            Ending ending = unwritten.poll();
            if (ending != null) {
                write(ending);
            }
        }
    }

    /** What runs is stopped, and failed as interrupted. */
    void stop() throws InterruptedException {
        live.stopAll(LiveWork.Why.HOST_STOPS);
        pool.shutdown();
        if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
            pool.shutdownNow();
            log.warn(
                    "Some executors did not stop within 10 seconds; their work fails as interrupted at the next start");
        }
        writeAgain();
    }
}
