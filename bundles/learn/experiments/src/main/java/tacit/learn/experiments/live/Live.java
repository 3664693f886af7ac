package tacit.learn.experiments.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.CanaryState;

/**
 * A comparison as it is kept. Immutable.
 *
 * @param id of the experiment and the version of it that began the comparison
 * @param version counts the changes
 * @param familyTold whether the family was moved on for what was measured
 * @param baselineFrom runs that started earlier are not compared with
 * @param tests one for each thing that is counted
 */
public record Live(
        String id,
        String experimentId,
        String workspaceId,
        String role,
        @Nullable String clusterId,
        Kind kind,
        State state,
        long version,
        @Nullable Double share,
        boolean familyTold,
        Instant baselineFrom,
        Instant startedAt,
        @Nullable Instant endedAt,
        String reason,
        SortedMap<Measure, CanaryState> tests) {

    public Live {
        tests = Collections.unmodifiableSortedMap(new TreeMap<>(tests));
    }

    /** One that begins; the alpha is dealt out evenly among what is counted. */
    static Live begin(
            Experiment experiment,
            Kind kind,
            @Nullable Double share,
            Instant baselineFrom,
            Instant startedAt,
            double alpha) {
        String cluster = experiment.proposal().clusterId();
        Map<Measure, CanaryState> tests = new EnumMap<>(Measure.class);
        tests.put(Measure.OUTCOME, CanaryState.start(cluster == null ? alpha : alpha / 2));
        if (cluster != null) {
            tests.put(Measure.CLUSTER, CanaryState.start(alpha / 2));
        }
        return new Live(
                experiment.id() + "." + experiment.version(),
                experiment.id(),
                experiment.workspaceId(),
                experiment.proposal().role(),
                cluster,
                kind,
                State.FOLLOWING,
                1,
                share,
                false,
                baselineFrom,
                startedAt,
                null,
                "",
                new TreeMap<>(tests));
    }

    Live with(Measure measure, CanaryState test) {
        SortedMap<Measure, CanaryState> all = new TreeMap<>(tests);
        all.put(measure, test);
        return changed(state, version + 1, familyTold, endedAt, reason, all);
    }

    Live withAll(SortedMap<Measure, CanaryState> all) {
        return changed(state, version, familyTold, endedAt, reason, all);
    }

    Live told() {
        return changed(state, version + 1, true, endedAt, reason, tests);
    }

    Live in(State next, String why, Instant now) {
        return changed(next, version + 1, familyTold, next.ended() ? now : null, why, tests);
    }

    private Live changed(
            State next,
            long changes,
            boolean told,
            @Nullable Instant end,
            String why,
            SortedMap<Measure, CanaryState> counted) {
        return new Live(
                id,
                experimentId,
                workspaceId,
                role,
                clusterId,
                kind,
                next,
                changes,
                share,
                told,
                baselineFrom,
                startedAt,
                end,
                why,
                counted);
    }

    /** @throws IllegalArgumentException when that is not counted */
    CanaryState test(Measure measure) {
        CanaryState test = tests.get(measure);
        if (test == null) {
            throw new IllegalArgumentException("measure must be counted by comparison '" + id + "', got " + measure);
        }
        return test;
    }

    /** Whether a test says so. */
    public boolean any(CanaryDecision decision) {
        return tests.values().stream().anyMatch(test -> test.decision() == decision);
    }

    public boolean says(Measure measure, CanaryDecision decision) {
        CanaryState test = tests.get(measure);
        return test != null && test.decision() == decision;
    }

    /** For those outside. */
    public LiveComparison shown() {
        List<Measured> measured = new ArrayList<>();
        tests.forEach((measure, test) -> measured.add(measured(measure, test)));
        return new LiveComparison(
                experimentId, kind, state, role, clusterId, share, startedAt, endedAt, reason, measured);
    }

    private static Measured measured(Measure measure, CanaryState test) {
        ShareDifference difference =
                ShareDifference.of(test.totals().baseline(), test.totals().candidate());
        return new Measured(
                measure,
                test.totals().baseline(),
                test.totals().candidate(),
                difference.low(),
                difference.high(),
                test.decision());
    }
}
