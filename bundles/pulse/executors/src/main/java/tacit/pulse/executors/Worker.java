package tacit.pulse.executors;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.Execution;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.api.memory.Workspaces;
import tacit.api.store.Database;

/** Does one piece of work on a thread: on the first device, and where the world is in the way on the next. Thread-safe. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Database database;
    private final Devices devices;
    private final LiveWork live;
    private final Workspaces workspaces;
    private final Cleaning cleaning;
    private final Guardrails guardrails;
    private final Clock clock;
    private final String host;

    Worker(
            Database database,
            Devices devices,
            LiveWork live,
            Workspaces workspaces,
            Cleaning cleaning,
            Guardrails guardrails,
            Clock clock,
            String host) {
        this.database = database;
        this.devices = devices;
        this.live = live;
        this.workspaces = workspaces;
        this.cleaning = cleaning;
        this.guardrails = guardrails;
        this.clock = clock;
        this.host = host;
    }

    /** Begun: it is RUNNING on its first device, and has a place there. */
    Ending run(Execution execution, LiveWork.Work work, Target first, List<String> routing) {
        List<String> lines = new ArrayList<>(routing);
        TaskResult result;
        try {
            result = live.start(work) ? attempts(execution, work, first, lines) : null;
        } catch (InterruptedException e) {
            result = null;
        } catch (RuntimeException e) {
            log.debug("Execution '{}' failed", execution.id(), e);
            result = TaskResult.failed("The executor failed: " + e);
        }
        LiveWork.Why why = live.finish(work);
        return ending(execution, why == null ? result : stopped(execution, why), lines);
    }

    private Ending ending(Execution execution, @Nullable TaskResult result, List<String> lines) {
        TaskResult clean = cleaning.result(result == null ? TaskResult.failed("The executor was interrupted") : result);
        Guardrails.Judged judged = guardrails.judge(execution.brief(), clean);
        lines.addAll(judged.lines());
        return new Ending(execution.id(), host, judged.result(), judged.over(), cleaning.lines(lines));
    }

    private static TaskResult stopped(Execution execution, LiveWork.Why why) {
        Duration timeout = execution.brief().timeout();
        return switch (why) {
            case OUT_OF_TIME -> TaskResult.failed("Out of time after " + timeout.toSeconds() + " s");
            case HOST_STOPS -> TaskResult.failed(Ending.INTERRUPTED);
            case CANCELLED -> TaskResult.failed("Cancelled");
        };
    }

    /** What the world refused on one device is tried on the next; what the work refused is not tried again. */
    private TaskResult attempts(Execution execution, LiveWork.Work work, Target first, List<String> lines)
            throws InterruptedException {
        List<String> tried = new ArrayList<>(List.of(first.name()));
        Target target = first;
        TaskResult result = attempt(execution, work, target, tried.size());
        while (!result.succeeded() && result.environmental()) {
            lines.add("attempt " + tried.size() + " on " + target.name() + " failed: " + result.error());
            Optional<Target> next = devices.route(execution.brief()).targets().stream()
                    .filter(other -> !tried.contains(other.name()))
                    .findFirst();
            if (next.isEmpty()) {
                lines.add("no other device is left");
                return result;
            }
            target = next.get();
            live.await(work, target);
            tried.add(target.name());
            lines.add("fell back to " + target.name() + " with " + target.executor());
            Doing doing = new Doing(target.executor(), target.name(), cleaning.lines(lines), tried.size(), host);
            if (!database.write(session -> new ExecutionRows(session).goOn(execution.id(), doing))) {
                throw new InterruptedException("It does not run any more");
            }
            result = attempt(execution, work, target, tried.size());
        }
        return result;
    }

    private TaskResult attempt(Execution execution, LiveWork.Work work, Target target, int attempt)
            throws InterruptedException {
        Instant now = clock.instant();
        long left = Duration.between(now, work.deadline).toMillis();
        if (left <= 0) {
            return TaskResult.failed("Out of time before attempt " + attempt);
        }
        TaskOrder order = new TaskOrder(
                execution.id(),
                attempt,
                guardrails.tightened(execution.brief()),
                target.name(),
                target.settings(),
                workspaces.folder(execution.brief().workspaceId()).map(Path::of).orElse(null),
                left);
        return devices.executor(target.executor())
                .orElseThrow(() -> new IllegalStateException("its executor is gone"))
                .execute(order);
    }
}
