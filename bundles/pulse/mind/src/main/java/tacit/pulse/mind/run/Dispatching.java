package tacit.pulse.mind.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CorePhase;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.HypothesisRows;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.JudgedRows;
import tacit.pulse.mind.store.RunMoves;

/** The last stage: starts what the winner leads to, and keeps what was started. Thread-safe. */
@Component(service = Dispatching.class)
public final class Dispatching {

    private final Mind mind;
    private final Starting starting;
    private final Notices notices;
    private final Telling telling;

    @Activate
    public Dispatching(
            @Reference Mind mind,
            @Reference Starting starting,
            @Reference Notices notices,
            @Reference Telling telling) {
        this.mind = mind;
        this.starting = starting;
        this.notices = notices;
        this.telling = telling;
    }

    void dispatch(Cycle cycle) {
        ReflectionRun run = cycle.run();
        JudgedRows.Judged judged = mind.read(session -> new JudgedRows(session).of(run.id()));
        Hypothesis winner = mind.read(session -> new HypothesisRows(session).of(run.id())).stream()
                .map(ReflectionRun.Judged::hypothesis)
                .filter(idea -> idea.id().equals(run.winner()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot find the winner of run '" + run.id() + "'"));
        telling.step(
                run,
                CorePhase.DISPATCH,
                "subconscious.dispatch_started",
                winner.title(),
                Map.of(
                        "dispatchKind",
                        judged.action()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .orElse("none")));
        Started started = starting.start(cycle, winner, judged);
        notices.tell(cycle, judged.intent(), started);
        telling.journal(
                cycle,
                JournalRows.Kind.ACTION,
                started.kind() + " " + started.status() + ": " + started.words(),
                started.outcome().name().toLowerCase(Locale.ROOT));
        telling.step(
                run,
                started.id() == null ? CorePhase.COMPLETE : CorePhase.DISPATCH,
                started.id() == null ? "subconscious.run_completed" : "subconscious.dispatch_completed",
                started.words(),
                Map.of(
                        "dispatchStatus", started.status(),
                        "outcome", started.outcome().name().toLowerCase(Locale.ROOT)));
        end(run, started);
    }

    private void end(ReflectionRun run, Started started) {
        Instant now = mind.now();
        mind.write(session -> {
            RunMoves moves = new RunMoves(session);
            moves.dispatched(run.id(), started.kind(), started.id(), started.status());
            winners(new BacklogRows(session), run)
                    .ifPresent(point -> point(new BacklogRows(session), point, started, now));
            moves.end(run, Stage.COMPLETED, started.outcome(), summary(run, started), null, now);
            return run;
        });
    }

    private String summary(ReflectionRun run, Started started) {
        return started.outcome() == Outcome.DEFER
                ? mind.words(started.words() + ". " + run.summary(), 1_000)
                : run.summary();
    }

    /** The point that was left for the winner, by this run or by an earlier one about the same. */
    private static Optional<ReflectionBacklog> winners(BacklogRows rows, ReflectionRun run) {
        return rows.ofTarget(run.profileId(), run.targetKey()).stream()
                .filter(point -> point.state() == ReflectionBacklog.State.OPEN)
                .filter(point -> point.id().equals(Digest.id("rb_", run.id(), Objects.requireNonNull(run.winner()))))
                .findFirst()
                .or(() -> rows.ofTarget(run.profileId(), run.targetKey()).stream()
                        .filter(point -> point.state() == ReflectionBacklog.State.OPEN
                                && Objects.requireNonNull(run.winner()).startsWith(point.generator() + "-"))
                        .findFirst());
    }

    private static void point(BacklogRows rows, ReflectionBacklog point, Started started, Instant now) {
        if (started.id() != null) {
            rows.move(point, ReflectionBacklog.State.DISPATCHED, started.id(), started.status(), now);
        }
    }
}
