package tacit.learn.experiments.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.gate.SequentialTest;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Database;
import tacit.api.trace.TraceStore;

/** Follows graded live runs and says what they say so far. Thread-safe; whoever calls decides what follows of it. */
@Component(service = LiveRuns.class)
@Designate(ocd = LiveRuns.Config.class)
public final class LiveRuns {

    private static final String OWNER = "tacit.learn.experiments";

    private final LiveStore store;
    private final Counting counting;
    private final Clock clock;
    private final double alpha;
    private final int runs;
    private final Duration days;
    private final Duration before;

    /** How long is followed, and how sure it has to be. */
    @ObjectClassDefinition(name = "Tacit live runs of experiments")
    public @interface Config {

        @AttributeDefinition(
                description =
                        "The chance of ever deciding anything although the change makes no difference, in (0, 0.5]")
        double alpha() default 0.01;

        @AttributeDefinition(description = "Runs with the change after which it is no longer followed, in [10, 3000]")
        int runs() default 500;

        @AttributeDefinition(description = "Days after which it is no longer followed, in [1, 365]")
        int days() default 14;

        @AttributeDefinition(
                description = "Days before a promotion whose runs are compared with those after it, in [1, 365]")
        int days_before() default 28;

        @AttributeDefinition(
                description =
                        "Minutes from the start of a run until it counts, for graders that tell of failures sooner"
                                + " than of successes, in [0, 10080]")
        int grace_minutes() default 0;
    }

    @Activate
    public LiveRuns(
            @Reference Database database,
            @Reference TraceStore traces,
            @Reference FailureClusters clusters,
            @Reference SequentialTest test,
            @Reference Clock clock,
            Config config) {
        database.migrate(OWNER, LiveRuns.class);
        this.clock = clock;
        alpha = within("alpha", config.alpha(), 1e-9, 0.5);
        runs = (int) within("runs", config.runs(), 10, 3_000);
        days = Duration.ofDays((long) within("days", config.days(), 1, 365));
        before = Duration.ofDays((long) within("days.before", config.days_before(), 1, 365));
        Duration grace = Duration.ofMinutes((long) within("grace.minutes", config.grace_minutes(), 0, 10_080));
        store = new LiveStore(database, clock);
        counting = new Counting(store, new GradedRuns(traces), new Said(traces, clusters), test, clock, runs, grace);
    }

    private static double within(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    public LiveStore store() {
        return store;
    }

    /**
     * A watch that is to begin.
     *
     * @param since when what stood in the places before began to stand there
     * @param promoted when the change became active
     */
    public Live watch(Experiment experiment, Instant since, Instant promoted) {
        Instant start = promoted.truncatedTo(ChronoUnit.MICROS);
        Instant earliest = start.minus(before);
        Instant from = since.isAfter(earliest) ? since.truncatedTo(ChronoUnit.MICROS) : earliest;
        return Live.begin(experiment, Kind.WATCH, null, from, start, alpha);
    }

    /**
     * A canary that is to begin.
     *
     * @param share of the units that the candidate serves, in (0, 1)
     */
    public Live canary(Experiment experiment, double share) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Live.begin(experiment, Kind.CANARY, share, now, now, alpha);
    }

    /** Counts what is new, a bounded number of runs. */
    public Live count(Live live) {
        return counting.count(live);
    }

    /** Whether each test has said all that it will say. */
    public boolean decided(Live live) {
        return counting.counts(live).stream()
                .allMatch(measure -> live.test(measure).decided());
    }

    /** Whether its time is over, or it has all the runs that it is given. */
    public boolean over(Live live) {
        return !clock.instant().isBefore(live.startedAt().plus(days))
                || counting.counts(live).stream()
                        .allMatch(measure ->
                                live.test(measure).totals().candidate().cases() >= runs);
    }
}
