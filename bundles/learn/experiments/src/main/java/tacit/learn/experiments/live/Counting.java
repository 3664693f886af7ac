package tacit.learn.experiments.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** The runs of one look. Confined to it. */
    private static final class Sight {
        private final Said.Look look;
        private final List<Trace> before;
        private final List<Trace> after;
        private boolean whole = true;

        Sight(Said.Look look, List<Trace> before, List<Trace> after) {
            this.look = look;
            this.before = before;
            this.after = after;
        }
    }

    Live count(Live live) {
        Said.Look look = said.look(live);
        List<TraceTally> tallies = graded.tallies(look.scope(), live.baselineFrom());
        if (tallies.equals(seen.get(live.id()))) {
            return live;
        }
        Instant now = clock.instant();
        Sight sight = new Sight(
                look,
                graded.newest(look.scope(), live.baselineFrom(), live.startedAt()),
                graded.oldest(look.scope(), live.startedAt(), now));
        Live counted = live;
        for (Measure measure : counts(live)) {
            counted = count(counted, measure, sight);
        }
        if (sight.whole) {
            seen.put(live.id(), tallies);
        } else {
            seen.remove(live.id());
        }
        return counted;
    }

    private Live count(Live live, Measure measure, Sight sight) {
        CanaryState state = live.test(measure);
        Set<String> counted = store.counted(live, measure);
        int soFar = state.totals().candidate().cases();
        int wanted = Math.min(BATCH, runs - soFar);
        List<Dealt> after = known(live, measure, Arm.CANDIDATE, counted, wanted, sight);
        int lag = soFar + after.size() - state.totals().baseline().cases();
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

    private List<Dealt> known(Live live, Measure measure, Arm arm, Set<String> counted, int wanted, Sight sight) {
        List<Dealt> known = new ArrayList<>();
        for (Trace run : arm == Arm.CANDIDATE ? sight.after : sight.before) {
            if (counted.contains(run.id())) {
                continue;
            }
            if (known.size() >= wanted) {
                sight.whole &= arm == Arm.BASELINE || wanted < BATCH;
                break;
            }
            Optional<Boolean> success = ripe(run) ? said.success(sight.look, live, measure, run) : Optional.empty();
            sight.whole &= success.isPresent();
            success.ifPresent(one -> known.add(new Dealt(run.id(), arm, one)));
        }
        return known;
    }

    private boolean ripe(Trace run) {
        Instant started = run.startedAt();
        return started != null && !started.plus(grace).isAfter(clock.instant());
    }
}
