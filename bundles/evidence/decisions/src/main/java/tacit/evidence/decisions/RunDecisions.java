package tacit.evidence.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.Database;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.TraceDecisions;

/** Lays the recorded questions to the guard beside the calls that a run made. Holds nothing in memory. Thread-safe. */
@Component
public final class RunDecisions implements TraceDecisions {

    private static final String GUARD = "guard";
    private static final int LONGEST = 16_000_000;

    /** Clocks of agents are not those of the host. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private final Database database;
    private final AskedCalls calls = new AskedCalls(JsonRedaction.factory(LONGEST));

    /** The log is asked for, so that its tables are there. */
    @Activate
    public RunDecisions(@Reference Database database, @Reference DecisionLog log) {
        this.database = database;
        Objects.requireNonNull(log, "log");
    }

    @Override
    public List<OfCall> of(RecordedTrace run) {
        Instant start = run.trace().startedAt();
        if (start == null) {
            return List.of();
        }
        Instant end = Objects.requireNonNullElse(run.trace().endedAt(), start.plus(LONGEST_RUN));
        List<Asked> asked = database
                .read(session -> new DecisionTables(session, calls.factory())
                        .between(GUARD, start.minus(APART), end.plus(APART), MOST))
                .stream()
                .map(decision -> new Asked(
                        decision, calls.asked(decision.situation().inputs()).orElse(null)))
                .toList();
        return matched(run, new ArrayList<>(asked));
    }

    private record Asked(Decision decision, AskedCalls.@Nullable Call call) {}

    /** Each decision counts for one call. */
    private List<OfCall> matched(RecordedTrace run, List<Asked> newestFirst) {
        List<OfCall> matched = new ArrayList<>();
        for (Span span : run.spans()) {
            Optional<AskedCalls.Call> made =
                    span.operation().equals(Operation.EXECUTE_TOOL) ? calls.made(span) : Optional.empty();
            made.flatMap(call -> newestFirst.stream()
                            .filter(one -> call.equals(one.call()))
                            .filter(one -> near(span, one.decision().situation().clock()))
                            .findFirst())
                    .ifPresent(one -> {
                        newestFirst.remove(one);
                        matched.add(new OfCall(span.id(), one.decision()));
                    });
        }
        return matched;
    }

    /** Shortly before the call, or while it ran. */
    private static boolean near(Span span, Instant asked) {
        Instant begun = span.startedAt();
        if (begun == null) {
            return true;
        }
        Instant ended = Objects.requireNonNullElse(span.endedAt(), begun);
        return !asked.isBefore(begun.minus(APART)) && !asked.isAfter(ended.plus(APART));
    }
}
