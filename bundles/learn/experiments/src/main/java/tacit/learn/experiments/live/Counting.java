package tacit.learn.experiments.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.SequentialTest;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceTally;

/** Gives graded runs to the tests, each run once and in the order in which they were started and graded. Thread-safe. */
final class Counting {

    /** Runs with the change that one look counts for one measure. */
    private static final int BATCH = 500;

    /** Runs of both arms that are counted at once. */
    private static final int AT_ONCE = 1_000;

    /** Runs of each label that are read beyond those that a comparison is given, as they may be somebody else's. */
    private static final int SPARE = 1_000;

    private final LiveStore store;
    private final GradedRuns graded;
    private final Said said;
    private final SequentialTest test;
    private final Clock clock;
    private final int runs;
    private final Duration grace;
    private final Map<String, List<TraceTally>> seen = new ConcurrentHashMap<>();

    Counting(
            LiveStore store, GradedRuns graded, Said said, SequentialTest test, Clock clock, int runs, Duration grace) {
        this.store = store;
        this.graded = graded;
        this.said = said;
        this.test = test;
        this.clock = clock;
        this.runs = runs;
        this.grace = grace;
    }

    /** What of a comparison can be counted now. */
    List<Measure> counts(Live live) {
        return live.tests().keySet().stream()
                .filter(measure -> said.counts(live, measure))
                .toList();
    }

    Live count(Live live) {
        Said.Look look = said.look(live);
        List<TraceTally> tallies = graded.tallies(look.scope(), live.baselineFrom());
        if (tallies.equals(seen.get(live.id()))) {
            return live;
        }
        Sight sight = live.kind() == Kind.WATCH ? watched(live, look) : split(live, look);
        Live counted = live;
        for (Measure measure : counts(live)) {
            counted = count(counted, measure, sight);
        }
        if (sight.whole()) {
            seen.put(live.id(), tallies);
        } else {
            seen.remove(live.id());
        }
        return counted;
    }

    /** Those since the promotion, and those before it. */
    private Sight watched(Live live, Said.Look look) {
        int most = runs + SPARE;
        return new Sight(
                look,
                graded.newest(look.scope(), live.baselineFrom(), live.startedAt(), most),
                graded.oldest(look.scope(), live.startedAt(), clock.instant(), most),
                run -> Arm.CANDIDATE);
    }

    /** Those of both arms that started while the candidate served. */
    private Sight split(Live live, Said.Look look) {
        double share = Objects.requireNonNull(live.share(), "share");
        List<Interval> intervals = store.intervals(live);
        Instant last = intervals.isEmpty()
                ? live.startedAt()
                : intervals.get(intervals.size() - 1).seen();
        List<Trace> served =
                graded.oldest(look.scope(), live.startedAt(), last, (int) Math.ceil(runs / share) + SPARE).stream()
                        .filter(run -> intervals.stream().anyMatch(interval -> interval.holds(run)))
                        .toList();
        return new Sight(look, List.of(), served, run -> Split.arm(live.experimentId(), run, share));
    }

    private Live count(Live live, Measure measure, Sight sight) {
        CanaryState state = live.test(measure);
        Set<String> counted = store.counted(live, measure);
        int soFar = state.totals().candidate().cases();
        List<Dealt> after = known(live, measure, Arm.CANDIDATE, counted, Math.min(BATCH, runs - soFar), sight);
        int made =
                (int) after.stream().filter(run -> run.arm() == Arm.CANDIDATE).count();
        int lag = soFar + made - state.totals().baseline().cases();
        List<Dealt> before = known(live, measure, Arm.BASELINE, counted, lag, sight);
        List<Dealt> next = Dealt.inTurn(state.totals(), before, after);
        if (next.isEmpty()) {
            return live;
        }
        for (Dealt run : next) {
            state = test.next(state, run.arm(), run.success());
        }
        return store.count(live, measure, state, next);
    }

    /** Runs that were not counted, until there are as many of the arm as are wanted. */
    private List<Dealt> known(Live live, Measure measure, Arm wanted, Set<String> counted, int count, Sight sight) {
        List<Dealt> known = new ArrayList<>();
        int left = count;
        for (Trace run : sight.runs(wanted)) {
            if (counted.contains(run.id())) {
                continue;
            }
            if (left <= 0 || known.size() >= AT_ONCE) {
                sight.more(wanted == Arm.CANDIDATE && count > 0);
                break;
            }
            Optional<Boolean> success = ripe(run) ? said.success(sight.look(), live, measure, run) : Optional.empty();
            sight.more(success.isEmpty());
            if (success.isPresent()) {
                Arm arm = sight.arm(wanted, run);
                known.add(new Dealt(run.id(), arm, success.get()));
                left -= arm == wanted ? 1 : 0;
            }
        }
        return known;
    }

    private boolean ripe(Trace run) {
        Instant started = run.startedAt();
        return started != null && !started.plus(grace).isAfter(clock.instant());
    }
}
