package tacit.learn.experiments.live;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.CanaryState;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Session;

/** Keeps comparisons; each change is made once, by whoever read the comparison as it is. Thread-safe. */
public final class LiveStore {

    private final Database database;
    private final Clock clock;

    LiveStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Within the change of somebody else, so that both are made or none. */
    public static void begin(Session session, Live live) {
        new LiveRows(session).add(live);
    }

    /** Ends the canary that an experiment leaves, within the change that leads it on. */
    public static void leave(Session session, Experiment after, String why) {
        LiveRows rows = new LiveRows(session);
        Optional<Live> found = rows.underWay(after.id(), Kind.CANARY);
        if (found.isPresent()) {
            Live live = found.get();
            String reason = why + ": " + Figures.of(live.shown());
            if (!rows.change(live, moved(live, ending(live, after.state()), reason, after.changedAt()))) {
                throw stale(live);
            }
            new IntervalRows(session).close(live.id());
        }
    }

    private static State ending(Live live, ExperimentState left) {
        if (left == ExperimentState.PROMOTED && live.any(CanaryDecision.IMPROVED)) {
            return State.IMPROVED;
        }
        if (left == ExperimentState.REJECTED && live.any(CanaryDecision.WORSENED)) {
            return State.WORSENED;
        }
        return left == ExperimentState.INCONCLUSIVE ? State.UNDECIDED : State.STOPPED;
    }

    /** Notes that the candidate serves its share now. */
    public void seen(Live live) {
        Instant now = now();
        database.write(session -> {
            new IntervalRows(session).seen(live.id(), now);
            return now;
        });
    }

    /** Notes that it served no longer than it was seen to. */
    public void unseen(Live live) {
        database.write(session -> {
            new IntervalRows(session).close(live.id());
            return live;
        });
    }

    /** When the candidate served, the oldest first. */
    public List<Interval> intervals(Live live) {
        return database.read(session -> new IntervalRows(session).of(live.id()));
    }

    public List<Live> underWay() {
        return database.read(session -> new LiveRows(session).underWay());
    }

    public Optional<Live> underWay(String experimentId, Kind kind) {
        return database.read(session -> new LiveRows(session).underWay(experimentId, kind));
    }

    /** All of an experiment, the oldest first. */
    public List<Live> of(String experimentId) {
        return database.read(session -> new LiveRows(session).of(experimentId));
    }

    /** Those that have ended, the newest first. */
    public Page<Live> ended(String workspaceId, @Nullable String role, PageRequest page) {
        return database.read(session -> new LiveRows(session).ended(workspaceId, role, page));
    }

    Set<String> counted(Live live, Measure measure) {
        return database.read(session -> new LiveRows(session).counted(live.id(), measure));
    }

    /** Counts runs; all of them once, or none when somebody else counts. */
    Live count(Live live, Measure measure, CanaryState test, List<Dealt> runs) {
        return database.write(session -> {
            LiveRows rows = new LiveRows(session);
            Live after = live.with(measure, test);
            if (!rows.change(live, after) || !rows.count(after, measure, runs)) {
                throw stale(live);
            }
            return after;
        });
    }

    /**
     * Moves it on.
     *
     * @throws IllegalStateException when its state does not allow it, or it was changed meanwhile
     */
    public Live turn(Live live, State state, String why) {
        return change(live, moved(live, state, why, now()));
    }

    /** Notes that the family was moved on. */
    public Live told(Live live) {
        return change(live, live.told());
    }

    private Live change(Live before, Live after) {
        return database.write(session -> {
            if (!new LiveRows(session).change(before, after)) {
                throw stale(before);
            }
            return after;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Live moved(Live live, State state, String why, Instant now) {
        if (!live.state().next().contains(state)) {
            throw new IllegalStateException(
                    "Comparison '" + live.id() + "' is " + live.state() + " and cannot become " + state);
        }
        return live.in(state, why, now);
    }

    private static IllegalStateException stale(Live live) {
        return new IllegalStateException("Comparison '" + live.id() + "' was changed by somebody else meanwhile");
    }
}
