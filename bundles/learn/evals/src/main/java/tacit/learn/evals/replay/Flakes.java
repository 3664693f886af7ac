package tacit.learn.evals.replay;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;

/** Finds cases that one harness answered in two ways. */
final class Flakes {

    private Flakes() {}

    private record Asked(String experimentId, Arm arm) {}

    /**
     * The experiment of which one arm passed a case once and failed it once; empty when none did. A protected case is not given
     * up for what a candidate did.
     *
     * @param runs of this case under one generation
     */
    static Optional<String> experiment(ReplayCase replayCase, Collection<ReplayRun> runs) {
        Map<Asked, Set<Outcome>> outcomes = new HashMap<>();
        for (ReplayRun run : runs) {
            boolean counts = run.arm() == Arm.BASELINE || !replayCase.protectedCase();
            if (run.experimentId() != null && run.outcome() != Outcome.UNANSWERABLE && counts) {
                outcomes.computeIfAbsent(
                                new Asked(run.experimentId(), run.arm()), asked -> EnumSet.noneOf(Outcome.class))
                        .add(run.outcome());
            }
        }
        Stream<String> flaky = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> Objects.requireNonNull(entry.getKey().experimentId()));
        return flaky.sorted().findFirst();
    }
}
